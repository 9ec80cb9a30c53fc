import { ADA, SHORT_LIFE, countRequests, expect, expectOneForEachLife, test } from './fixtures';

test('signs in, stays in past every expiry, is told when Google takes it back, and signs in again', async ({
  page,
  context,
  google,
  person,
}) => {
  await google.accessTokensLive(2);
  await page.goto('/');
  await expect(page).toHaveURL('/login');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await person.signIn(ADA);
  await expect(page).toHaveURL('/files');
  await person.seesFiles();

  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  await google.resetCounts();
  const refreshes = countRequests(context, '/auth/token/refresh');
  const begun = Date.now();
  await person.goTo('Account');
  await expect(page.getByRole('main').getByText(ADA.email)).toBeVisible();
  await person.goTo('Files');
  await person.seesFiles();
  expectOneForEachLife(refreshes(), begun);
  // The previous files are shown until the new ones have come.
  await expect.poll(() => google.count('refresh')).toBe(1);

  await page.waitForTimeout(3_000);
  await google.revoke(ADA.email);
  await page.getByLabel('Search names and contents').fill('budget');
  await expect(page).toHaveURL(/\/login\?reason=google_revoked/);
  await expect(page.getByRole('alert')).toContainText('was removed');

  await person.signIn(ADA);
  await expect(page).toHaveURL(/\/files/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your files');
});

test('a deep link survives sign-in', async ({ page, person }) => {
  await page.goto('/files?q=budget');
  await expect(page).toHaveURL('/login?return_to=%2Ffiles%3Fq%3Dbudget');
  await person.signIn();
  await expect(page).toHaveURL('/files?q=budget');
  await expect(page.getByLabel('Search names and contents')).toHaveValue('budget');
  await expect(page.getByText('Household budget 2026')).toBeVisible();
});

test('cancelling at Google is understood, and the deep link is kept', async ({ page, person }) => {
  await page.goto('/files?q=budget');
  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await page.getByRole('button', { name: ADA.email }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL('/login?reason=cancelled&return_to=%2Ffiles%3Fq%3Dbudget');
  await expect(page.getByRole('alert')).toContainText('Nothing has changed');
  await person.signIn();
  await expect(page).toHaveURL('/files?q=budget');
});

test('signing out leaves nothing behind', async ({ page, context, person }) => {
  await page.goto('/login');
  await person.signIn();
  await person.goTo('Account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?reason=signed_out');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await context.cookies(page.url())).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(/\/login/);
});

test('nothing is stored but the key of the latest refresh', async ({ page, person }) => {
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
  expect(stored).toEqual({
    local: ['holdfast.refresh-key'],
    session: [],
    databases: 0,
    caches: 0,
    cookies: '',
  });
});
