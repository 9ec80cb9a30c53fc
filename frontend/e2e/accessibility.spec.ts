import { expect, expectAccessible, test } from './fixtures';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any page', async ({ page, person }) => {
      for (const address of ['/login', '/login?reason=google_revoked', '/login?reason=expired', '/nowhere']) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
      await page.goto('/login');
      await person.signIn();
      await person.seesFiles();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Download Thesis, all chapters' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel('Search names and contents').fill('no such words anywhere');
      await expect(page.getByText('No file matches')).toBeVisible();
      await expectAccessible(page);
      await person.goTo('Account');
      await expect(page.getByText('Working')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('nothing is cut off at 320 pixels', async ({ page, person }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.goto('/login');
  expect(await overflow()).toBe(0);
  await person.signIn();
  await person.seesFiles();
  expect(await overflow()).toBe(0);
  await person.goTo('Account');
  await expect(page.getByText('Working')).toBeVisible();
  expect(await overflow()).toBe(0);
});

test('the keyboard reaches the content and follows the pages', async ({ page, person }) => {
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  await person.goTo('Account');
  await expect(page).toHaveTitle('My account · Holdfast');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goto('/account');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
