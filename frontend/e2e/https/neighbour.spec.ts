import { BrowserContext, Page, expect } from '@playwright/test';
import { ADA, BRUNO, ORIGIN, chooseAtGoogle, signIn, test } from './people';

const NEIGHBOUR = 'https://sibling.fernhill.example';
const NAME = '__Host-Http-holdfast';
/** A document that runs no script of ours. */
const QUIET = '/favicon.svg';

/** Returns the ways to write a cookie that a generous reader takes for `pair`. */
function spelled(pair: string): string[] {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  return [`theme=1,${pair}`, `taste="a", ${pair}`, `tint=$Version=1,${pair}`, `"${name}"=${value}`];
}

/** Sets cookies as a page of the neighbouring host can. */
async function toss(page: Page, cookies: string[]): Promise<void> {
  await page.goto(`${NEIGHBOUR}${QUIET}`);
  await page.evaluate((pairs) => {
    for (const pair of pairs) document.cookie = `${pair}; Domain=fernhill.example; Path=/; Secure`;
  }, cookies);
}

/** Returns the status of a refresh and the address of the account, as the server sees this browser. */
async function whoAmI(page: Page): Promise<string> {
  await page.goto(`${ORIGIN}${QUIET}`);
  return page.evaluate(async () => {
    const refreshed = await fetch('/auth/token/refresh', { method: 'POST' });
    if (refreshed.status !== 200) return String(refreshed.status);
    const { access_token: token } = (await refreshed.json()) as { access_token: string };
    const account = await fetch('/api/account', { headers: { Authorization: `Bearer ${token}` } });
    return ((await account.json()) as { email: string }).email;
  });
}

async function cookie(context: BrowserContext, name: string): Promise<string | undefined> {
  return (await context.cookies(ORIGIN)).find((each) => each.name === name)?.value;
}

test('a cookie that a neighbouring host tosses opens no session, and shuts no person out', async ({
  google,
  browser,
  page,
  context,
}) => {
  await google.calm();
  const elsewhere = await browser.newContext();
  const attacker = await elsewhere.newPage();
  await signIn(attacker, BRUNO);
  const token = (await cookie(elsewhere, NAME)) ?? '';
  expect(token).not.toBe('');

  await toss(page, [`${NAME}=${token}`, ...spelled(`${NAME}=${token}`)]);
  const sent = (await context.cookies(ORIGIN)).map(({ name, value }) => `${name}=${value}`);
  expect(sent, 'the browser keeps the prefix to its promise').not.toContain(`${NAME}=${token}`);
  expect(sent, 'and lets everything else through').toContain(`theme=1,${NAME}=${token}`);
  expect(sent).toContain(`"${NAME}"=${token}`);
  expect(await whoAmI(page)).toBe('204');

  await signIn(page, ADA);
  expect(await whoAmI(page)).toBe(ADA);
  await toss(page, spelled(`${NAME}=x`));
  expect(await whoAmI(page)).toBe(ADA);
  await elsewhere.close();
});

test('a sign-in that a neighbouring host plants does not end here', async ({
  google,
  browser,
  page,
  context,
  request,
}) => {
  await google.calm();
  const elsewhere = await browser.newContext();
  const attacker = await elsewhere.newPage();
  await attacker.goto(`${ORIGIN}/auth/login`);
  const asked = new URL(attacker.url());
  asked.searchParams.set('standin_person', BRUNO);
  asked.searchParams.set('standin_consent', 'all');
  const flow = (await elsewhere.cookies(ORIGIN)).find(({ name }) => name.startsWith(`${NAME}-signin-`));
  const authorizationRequest = /[?&]state=/.test(asked.search) ? asked.toString() : '';
  expect(authorizationRequest, 'the page of Google is at its authorization endpoint').not.toBe('');
  const answer = await request.get(authorizationRequest, { maxRedirects: 0 });
  const callback = answer.headers()['location'] ?? '';
  expect(callback).toContain('/auth/callback?');

  await toss(page, spelled(`${flow?.name ?? ''}=${flow?.value ?? ''}`));
  await page.goto(`${google.origin}/control`);
  await page.evaluate((url) => {
    location.href = url;
  }, callback);

  await page.waitForURL(`${ORIGIN}/login?reason=cookies_missing`);
  expect(await cookie(context, NAME)).toBeUndefined();
  await elsewhere.close();
});

test('a sign-in that a link on another site begins ends the session this browser had', async ({
  google,
  page,
  context,
  request,
}) => {
  await signIn(page, ADA);
  const before = await cookie(context, NAME);

  await page.goto(`${google.origin}/control`);
  await page.evaluate((url) => {
    location.href = url;
  }, `${ORIGIN}/auth/login?return_to=/account`);
  await chooseAtGoogle(page, ADA);
  await expect(page.getByRole('main').getByText(ADA).first()).toBeVisible();

  expect(await whoAmI(page)).toBe(ADA);
  expect((await context.cookies(ORIGIN)).map(({ name }) => name)).toEqual([NAME]);
  const refused = await request.post(`${process.env['HOLDFAST_URL'] ?? ''}/auth/token/refresh`, {
    headers: { Origin: ORIGIN, Cookie: `${NAME}=${before ?? ''}` },
  });
  expect(await refused.json()).toMatchObject({ code: 'session_ended', reason: 'signed_out' });
});

test('navigations from another site do not throw out a sign-in that is under way', async ({
  google,
  page,
  context,
}) => {
  await page.goto(`${ORIGIN}/auth/login?return_to=/account`);
  await expect(page.getByRole('button', { name: ADA })).toBeVisible();

  for (let link = 0; link < 5; link++) {
    const other = await context.newPage();
    await other.goto(`${google.origin}/control`);
    await other.evaluate((url) => {
      location.href = url;
    }, `${ORIGIN}/auth/login?return_to=/account`);
    await other.waitForURL(link < 3 ? /[?&]state=/ : `${ORIGIN}/login?return_to=%2Faccount`);
    await other.close();
  }

  await chooseAtGoogle(page, ADA);
  await expect(page.getByRole('main').getByText(ADA).first()).toBeVisible();
});
