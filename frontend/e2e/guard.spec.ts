import { expect, test } from './fixtures';

test('what a page throws fails its test', async ({ page }) => {
  // Passes only if the guard of the fixtures sees the fault.
  test.fail();
  await page.goto('/login');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const told = page.waitForEvent('console');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await told;
});
