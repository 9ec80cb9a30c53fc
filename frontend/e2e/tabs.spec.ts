import {
  ADA,
  BRUNO,
  Person,
  SHORT_LIFE,
  countRequests,
  expect,
  expectOneForEachLife,
  test,
} from './fixtures';

test('two tabs share one refresh and one end', async ({ page, context, person, google }) => {
  await person.arrive(ADA);
  const other = new Person(await context.newPage());
  await other.page.goto('/files');
  await other.seesFiles();

  await page.waitForTimeout((SHORT_LIFE + 1) * 1000);
  const refreshes = countRequests(context, '/auth/token/refresh');
  const begun = Date.now();
  await Promise.all([person.goTo('Account'), other.goTo('Account')]);
  await expect(page.getByRole('main').getByText(ADA.email)).toBeVisible();
  await expect(other.page.getByRole('main').getByText(ADA.email)).toBeVisible();
  expectOneForEachLife(refreshes(), begun);

  await google.accessTokensLive(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?reason=signed_out');
  await expect(other.page).toHaveURL('/login?reason=signed_out');
});

test('a second person never sees the first one', async ({ page, context, person }) => {
  await page.goto('/login');
  const other = new Person(await context.newPage());
  await other.page.goto('/login');
  await other.page.getByRole('link', { name: 'Sign in with Google' }).click();
  await person.signIn(ADA);
  await person.goTo('Account');
  await expect(page.getByRole('main').getByText(ADA.email)).toBeVisible();

  await other.page.getByRole('button', { name: BRUNO.email }).click();
  await other.page.getByRole('button', { name: 'Allow', exact: true }).click();
  await other.goTo('Account');
  await expect(other.page.getByRole('main').getByText(BRUNO.email)).toBeVisible();
  await expect(other.page.getByText(ADA.email)).toHaveCount(0);
  await expect(page.getByRole('main').getByText(BRUNO.email)).toBeVisible();
  await expect(page.getByText(ADA.email)).toHaveCount(0);
});

test('signing in in one tab takes the waiting tabs along', async ({ page, context, person }) => {
  const waiting = await context.newPage();
  await waiting.goto('/account');
  await expect(waiting).toHaveURL('/login?return_to=%2Faccount');
  await page.goto('/login');
  await person.signIn(ADA);
  await expect(waiting).toHaveURL('/account');
});
