import { expect, test } from './fixtures';

test('the keyboard reaches the content and follows the pages', async ({ page, person }) => {
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  await person.goTo('Account');
  await expect(page).toHaveTitle('Your account · Holdfast');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goto('/account');
  // Without anything to focus yet, the key would lead out of the page.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
