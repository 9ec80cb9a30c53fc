import { Page } from '@playwright/test';
import { expect } from './fixtures';
import { answer, reach } from './states/reach';
import { NOBODY, State } from './states/state';
import { testOfLooks as test, testOfStates } from './states/studio';

const FILES: State = { name: 'files', path: '/files', shows: 'Quarterly report' };
const LOGIN: State = { name: 'login', path: '/login', answers: NOBODY, shows: 'Sign in with Google' };
const PAGES = [
  FILES,
  LOGIN,
  { name: 'account', path: '/account', shows: 'Google connection' },
  { name: 'sessions', path: '/sessions', shows: 'Chrome on Android' },
];

/**
 * Returns the words of the focused element, and the contrast of its ring to the background, 1 to 21 (WCAG
 * 2.2).
 */
function focusRing(page: Page): Promise<{ readonly what: string; readonly contrast: number } | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return undefined;
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const what = focused.textContent.trim() || (focused.getAttribute('aria-label') ?? focused.tagName);
    // The field around a text shows its focus by its border.
    const field = focused.closest('.mat-mdc-form-field')?.querySelector('.mdc-notched-outline__leading');
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
    const drawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    if (!drawn && !field) return { what, contrast: 1 };
    const ring = field ? getComputedStyle(field).borderTopColor : outlineColor;
    let behind = focused.parentElement;
    const see = (): string => (behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)');
    while (behind && (channels(see())[3] === 0 || see() === 'transparent')) behind = behind.parentElement;
    const [darker = 0, lighter = 0] = [luminance(ring), luminance(see())].sort((a, b) => a - b);
    return { what, contrast: (lighter + 0.05) / (darker + 0.05) };
  });
}

for (const state of PAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the focus can be seen on every control of ${state.name}, ${colorScheme}`, async ({
      page,
      wire,
    }) => {
      await page.emulateMedia({ colorScheme });
      await reach(page, wire, state);
      const weak: unknown[] = [];
      let seen = 0;
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press('Tab');
        const ring = await focusRing(page);
        if (ring === undefined) break;
        seen++;
        if (ring.contrast < 3) weak.push(ring);
      }
      expect(weak).toEqual([]);
      expect(seen).toBeGreaterThan(2);
    });
  }
}

test('the menu of the person is reached, read and left by the keyboard', async ({ page, wire }) => {
  await reach(page, wire, FILES);
  const avatar = page.getByRole('button', { name: 'Your account: Ada Okafor' });
  await avatar.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('group', { name: 'Your account' });
  await expect(menu).toContainText('ada.okafor.with.a.long.address');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Account' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(avatar).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(menu).toBeHidden();
  await expect(page).toHaveURL(/\/sessions$/);
});

test('the language is chosen in the menu, and kept', async ({ page, wire }) => {
  await reach(page, wire, FILES);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await page.getByRole('button', { name: /^Ihr Konto/ }).click();
  await expect(page.getByRole('link', { name: 'Sitzungen' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

testOfStates.describe('in a German browser', () => {
  testOfStates.use({ locale: 'de-AT' });

  testOfStates('the pages speak German before anybody signs in', async ({ page, wire }) => {
    answer(wire, NOBODY);
    await page.goto('/login');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page).toHaveTitle(/^Anmelden/);
    await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
  });
});

test('the theme is chosen in the menu, and kept', async ({ page, wire }) => {
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await reach(page, wire, FILES);
  const light = await ground();
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect.poll(ground).not.toBe(light);
  await page.reload();
  await expect(page.getByText(FILES.shows)).toBeVisible();
  expect(await ground()).not.toBe(light);
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('button', { name: 'System', exact: true }).click();
  await expect.poll(ground).toBe(light);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('theme')))).toEqual(
    [],
  );
});
