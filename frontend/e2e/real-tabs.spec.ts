import { ADA } from './fixtures';
import { Chrome, ChromeTab } from './chrome';
import { expect, test as base } from './rig/on-the-wire';
import { Wire } from './wire';

const REFRESH = '/auth/token/refresh';

const test = base.extend<{ readonly chrome: Chrome }>({
  chrome: async ({ wire }, use) => {
    const chrome = await Chrome.start(wire.address);
    await use(chrome);
    await chrome.close();
  },
});

/** Signs in through the sign-in page and Google, which is told the person and that everything is allowed. */
async function signIn(tab: ChromeTab, wire: Wire, origin: string): Promise<void> {
  await tab.go(`${origin}/auth/login?return_to=/rig`);
  const asked = (): URL | undefined =>
    wire.requests.find(({ url }) => url.searchParams.has('code_challenge'))?.url;
  await expect.poll(asked).toBeDefined();
  await tab.go(`${asked()?.href ?? ''}&standin_person=${encodeURIComponent(ADA.email)}&standin_consent=all`);
  await expect.poll(() => tab.run('window.rig?.standing()')).toBe('active');
}

test('a hidden tab asks for nothing, so it does not keep an unused session alive', async ({
  wire,
  chrome,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const tab = await chrome.open('about:blank');
  await signIn(tab, wire, origin);
  await tab.go(`${origin}/rig?ahead=0.5`);
  const refreshes = (): number => wire.to(REFRESH).length;
  const before = refreshes();
  await expect.poll(refreshes, 'in sight it refreshes by itself').toBeGreaterThan(before + 1);

  const cover = await chrome.open('about:blank');
  await expect.poll(() => tab.run('document.visibilityState')).toBe('hidden');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const hidden = refreshes();
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  expect(refreshes()).toBe(hidden);

  await cover.run('close()');
  await tab.show();
  await expect.poll(refreshes, 'in sight again').toBeGreaterThan(hidden);
});

test('going back after signing out shows nothing; a page put aside is loaded again', async ({
  wire,
  chrome,
  google,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const tab = await chrome.open('about:blank');
  await signIn(tab, wire, origin);

  await test.step('put aside and taken out again, still signed in', async () => {
    await tab.go(`${google.origin}/control`);
    await expect.poll(() => tab.run('document.title')).not.toBe('Rig');
    await tab.run('history.back()');
    await expect.poll(() => tab.run('performance.getEntriesByType("navigation")[0]?.type')).toBe('reload');
    await expect.poll(() => tab.run('window.rig?.standing()')).toBe('active');
  });

  await tab.go(`${origin}/files`);
  const text = (): Promise<unknown> => tab.run('document.body?.innerText');
  await expect.poll(text).toContain('Household budget 2026');
  await tab.go(`${google.origin}/control`);
  await expect.poll(text).not.toContain('Household budget 2026');
  const other = await chrome.open(`${origin}/rig`);
  await expect.poll(() => other.run('window.rig?.standing()')).toBe('active');
  await other.run('window.rig.logout()');
  await tab.show();

  await tab.run('history.back()');

  const seen: unknown[] = [];
  await expect
    .poll(async () => {
      seen.push(await text());
      return tab.run('location.pathname');
    })
    .toBe('/login');
  expect(seen.filter((each) => String(each).includes('Household'))).toEqual([]);
  await expect.poll(text).toContain('Sign in with Google');
});
