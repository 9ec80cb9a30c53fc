import { join } from 'node:path';
import { Page, Route } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { ACCOUNT } from './states/account';
import { ACTIVITY } from './states/activity';
import { ADMIN } from './states/admin';
import { DRIVE_FILES } from './states/drive';
import { GOOD_DAY } from './states/good-day';
import { SESSION } from './states/session';
import { SHELL } from './states/shell';
import { SIGN_IN } from './states/signin';
import { Answer, State } from './states/state';

const STATES = [...SIGN_IN, ...DRIVE_FILES, ...ACCOUNT, ...SESSION, ...ACTIVITY, ...ADMIN, ...SHELL];

/** If set, every page and state is photographed into this directory. */
const PHOTOGRAPHS = process.env['HOLDFAST_PHOTOGRAPHS'];

async function reach(page: Page, { path, answers, act, shows }: State): Promise<void> {
  const all = { ...GOOD_DAY, ...answers };
  const give = (route: Route): Promise<void> => {
    const { pathname, searchParams } = new URL(route.request().url());
    const asked = `${route.request().method()} ${pathname}`;
    const withQuery = [...searchParams.keys()].map((name) => `${asked}?${name}`).find((key) => key in all);
    const answer: Answer = all[withQuery ?? asked] ?? { status: 404 };
    if (answer === 'never') return Promise.resolve();
    return route.fulfill({ status: answer.status ?? 200, json: answer.body });
  };
  await page.route('**/api/**', give);
  await page.route('**/auth/**', give);
  await page.goto(path);
  await act?.(page);
  await expect(page.getByText(shows).first()).toBeVisible();
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const state of STATES) {
  test(`${state.name} is accessible in both themes, and nothing is cut off`, async ({ page }) => {
    await reach(page, state);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        if (PHOTOGRAPHS) {
          const name = `${state.name}-${width}-${colorScheme}.png`;
          const fullPage = (await page.getByRole('alertdialog').count()) === 0;
          await page.screenshot({ path: join(PHOTOGRAPHS, name), fullPage });
        }
        if (width === 320) await expectAccessible(page);
      }
      expect(await cutOff(page)).toBe(0);
    }
  });
}

/** Pixels that can only be seen by scrolling sideways. */
function cutOff(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
