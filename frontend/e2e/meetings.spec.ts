import { Page } from '@playwright/test';
import { ADA, expect, test, windowOf } from './fixtures';
import { Google } from './google';

async function arriveAtMeetings(page: Page, google: Google): Promise<void> {
  await page.goto('/login');
  await google.reset();
  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await page.getByRole('button', { name: ADA.email }).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
  await expect(page.getByRole('alert')).toContainText('one more permission');
}

test('the next meetings are shown once the person has allowed it in place', async ({ page, google }) => {
  await arriveAtMeetings(page, google);
  await expect(page.getByText('See your calendars')).toBeVisible();
  const popup = await windowOf(page, page.getByRole('link', { name: 'Allow it at Google' }));
  await popup.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByText('Lunch with Emi')).toBeVisible();
  await expect(page).toHaveURL('/meetings');
  await expect.poll(() => popup.isClosed()).toBe(true);
});

test('a browser that blocks popups goes to Google and comes back to the meetings', async ({
  page,
  google,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await arriveAtMeetings(page, google);
  await page.getByRole('link', { name: 'Allow it at Google' }).click();
  await expect(page).toHaveURL(new RegExp(`^${google.origin}`));
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page).toHaveURL('/meetings');
  await expect(page.getByText('Lunch with Emi')).toBeVisible();
});
