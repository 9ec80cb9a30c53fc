import { SHORT_LIFE, expect, test } from './fixtures';

test('losing the network signs nobody out', async ({ page, context, person }) => {
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  await context.setOffline(true);
  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  await page.getByLabel('Search names and contents').fill('budget');
  await expect(page.getByText('Holdfast cannot be reached').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Household budget 2026')).toBeVisible();
  await expect(page).toHaveURL('/files?q=budget');
});

test('a refresh whose answer is lost is repeated with its key and nobody notices', async ({
  page,
  person,
}) => {
  const keys: (string | undefined)[] = [];
  await page.goto('/login');
  await person.signIn();
  await person.seesFiles();
  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  await page.route('**/auth/token/refresh', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await person.goTo('Account');
  await expect(page.getByRole('button', { name: 'Try now' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try now' })).toHaveCount(0);
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
  await expect(page.getByText('Working')).toBeVisible();
  expect(carriers.size).toBeGreaterThan(0);
  for (const url of carriers) expect(url).toMatch(new RegExp(`^${baseURL ?? ''}/api/`));
});
