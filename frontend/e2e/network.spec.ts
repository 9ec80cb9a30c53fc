import { Locator, Page } from '@playwright/test';
import { SHORT_LIFE, expect, test } from './fixtures';

/**
 * Returns the button of the notice that the server cannot be reached; a list may have a button of its own.
 */
function tryAgain(page: Page): Locator {
  return page.getByRole('region', { name: 'Connection' }).getByRole('button', { name: 'Try again' });
}

test('losing the network does not sign the person out', async ({ page, context, person }) => {
  await person.arrive();
  await person.seesFiles();
  // The notice needs files that are fetched when the page has nothing else to do.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  await page.getByLabel('Search names and contents').fill('budget');
  await expect(page.getByText('Holdfast cannot be reached').first()).toBeVisible();
  await expect(tryAgain(page)).toBeVisible();
  // The page notices by itself that the network is back.
  await context.setOffline(false);
  await expect(page.getByText('Household budget 2026')).toBeVisible();
  await expect(page).toHaveURL('/files?q=budget');
});

test('a refresh whose answer is lost is repeated with its key, and the person notices nothing', async ({
  page,
  person,
}) => {
  const keys: (string | undefined)[] = [];
  await person.arrive();
  await person.seesFiles();
  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  await page.route('**/auth/token/refresh', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await person.goTo('Account');
  await expect(tryAgain(page)).toBeVisible();
  await expect(tryAgain(page)).toHaveCount(0);
  expect(keys[1]).toBe(keys[0]);
  await expect(page).toHaveURL('/account');
});

test('the access token goes to our own API and nowhere else', async ({ page, context, person, baseURL }) => {
  const carriers = new Set<string>();
  context.on('request', (request) => {
    if (request.headers()['authorization']) carriers.add(request.url());
  });
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  await person.goTo('Account');
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  expect(carriers.size).toBeGreaterThan(0);
  for (const url of carriers) expect(url).toMatch(new RegExp(`^${baseURL ?? ''}/api/`));
});
