import { Page, expect, test as base } from '@playwright/test';
import { Google } from '../google';

export const ORIGIN = 'https://holdfast.fernhill.example';
export const ADA = 'ada.okafor@mail.example';
export const BRUNO = 'bruno@fernhill.example';
export const CARMEN = 'carmen@mail.example';

export const test = base.extend<{ readonly google: Google }>({
  google: async ({ request }, use) => {
    const google = new Google(request);
    await google.reset();
    await use(google);
  },
});

/** Chooses that person at Google, and allows everything if Google asks. */
export async function chooseAtGoogle(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: email }).click();
  const allow = page.getByRole('button', { name: 'Allow', exact: true });
  await expect.poll(async () => page.url().startsWith(ORIGIN) || (await allow.isVisible())).toBe(true);
  if (!page.url().startsWith(ORIGIN)) await allow.click();
  await page.waitForURL(`${ORIGIN}/**`);
}

/** Signs in; the account page is open then. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${ORIGIN}/auth/login?return_to=/account`);
  await chooseAtGoogle(page, email);
  // The page's own first refresh has to be over before the test asks for another.
  await expect(page.getByRole('main').getByText(email).first()).toBeVisible();
}
