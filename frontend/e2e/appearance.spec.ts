import { join } from 'node:path';
import { Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleColors } from './fixtures';
import { ACCOUNT } from './states/account';
import { ACTIVITY } from './states/activity';
import { ADMIN } from './states/admin';
import { CONSENT } from './states/consent';
import { DRIVE_FILES } from './states/drive';
import { MEETINGS } from './states/meetings';
import { QUESTIONS } from './states/questions';
import { reach } from './states/reach';
import { SESSION } from './states/session';
import { SHELL } from './states/shell';
import { SIGN_IN } from './states/signin';
import { testOfLooks as test } from './states/studio';

const STATES = [
  ...SIGN_IN,
  ...DRIVE_FILES,
  ...QUESTIONS,
  ...MEETINGS,
  ...CONSENT,
  ...ACCOUNT,
  ...SESSION,
  ...ACTIVITY,
  ...ADMIN,
  ...SHELL,
];

/** One state of each page. Axe looks at these in every width, and at the others in the narrowest one. */
const FIRST = STATES.filter((state, at) => STATES.findIndex(({ path }) => path === state.path) === at);

/** The directory for photographs of every page and state; no photographs are taken without it. */
const PHOTOGRAPHS = process.env['HOLDFAST_PHOTOGRAPHS'];

for (const state of STATES) {
  test(`${state.name} is accessible in both themes, and nothing is cut off`, async ({ page, wire }) => {
    await reach(page, wire, state);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const looks = width === 320 || FIRST.includes(state);
      for (const colorScheme of looks || PHOTOGRAPHS ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme });
        if (PHOTOGRAPHS) {
          const name = `${state.name}-${width}-${colorScheme}.png`;
          const fullPage = (await page.getByRole('alertdialog').count()) === 0;
          await page.screenshot({ path: join(PHOTOGRAPHS, name), fullPage });
        }
        if (looks) await (colorScheme === 'light' ? expectAccessible(page) : expectAccessibleColors(page));
      }
      expect(await cutOff(page)).toBe(0);
    }
  });
}

/** Pixels that can only be seen by scrolling sideways. */
function cutOff(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
