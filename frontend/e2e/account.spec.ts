import { ADA, CARMEN, Person, expect, test } from './fixtures';

test.beforeEach(async ({ person }) => {
  await person.arrive(CARMEN);
});

test('a session ended from another browser says so there, and in the activity here', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = new Person(await elsewhere.newPage());
  await other.arrive(CARMEN);

  await person.goTo('Sessions');
  const rows = page.getByRole('list', { name: 'Your sessions' }).getByRole('listitem');
  await expect(rows.first()).toContainText('This browser');
  await expect(rows.nth(1)).toContainText('Chrome on Linux');
  const before = await rows.count();
  await rows.nth(1).getByRole('button').click();
  await expect(rows.nth(1).getByText('Signed out', { exact: true })).toBeFocused();
  await expect(rows).toHaveCount(before);

  // Its token may have expired, and then it hears of the end at its next request.
  await other.page.reload();
  await expect(other.page).toHaveURL(/\/login\?reason=ended_elsewhere/);
  await expect(other.page.getByRole('alert')).toContainText('from another browser or device');
  await elsewhere.close();

  await person.goTo('Activity');
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines.first()).toContainText('Signed out from another of your browsers or devices.');
  await expect(lines.nth(1)).toContainText('You signed in');
  await expect(page.getByText('Why were you signed out?')).toBeHidden();
});

test('all other sessions end at once, and this one stays', async ({ page, person, browser, baseURL }) => {
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = new Person(await elsewhere.newPage());
  await other.arrive(CARMEN);

  await person.goTo('Sessions');
  await page.getByRole('button', { name: 'Sign out everywhere else…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('You are not signed in anywhere else.')).toBeVisible();
  await person.goTo('Account');
  await expect(page.getByRole('main').getByText(CARMEN.email)).toBeVisible();

  // Its token may have expired, and then it hears of the end at its next request.
  await other.page.reload();
  await expect(other.page).toHaveURL(/\/login\?reason=ended_elsewhere/);
  await elsewhere.close();
});

test('disconnecting signs out all tabs and says so; signing in asks at Google again', async ({
  page,
  context,
  person,
}) => {
  const tab = await context.newPage();
  await tab.goto('/files');
  await person.goTo('Account');
  await page.getByRole('button', { name: 'Disconnect…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
  for (const shown of [page, tab]) {
    await expect(shown).toHaveURL(/\/login\?reason=disconnected/);
    await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Google is disconnected');
  }
  await expect(page.getByRole('alertdialog')).toHaveCount(0);

  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await page.getByRole('button', { name: CARMEN.email }).click();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page).toHaveURL('/account');
  await person.goTo('Activity');
  await expect(page.getByText('You disconnected Holdfast from Google', { exact: true })).toBeVisible();
});

test('erasing leaves nothing behind and says so', async ({ page, context, person }) => {
  await person.goTo('Account');
  await page.getByRole('button', { name: 'Delete your account…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Delete everything' })).toBeDisabled();
  await question.getByRole('checkbox').check();
  await question.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page).toHaveURL(/\/login\?reason=erased/);
  await expect(page.getByRole('alert')).toContainText('has deleted everything it had stored about you');
  await expect.poll(() => context.cookies(page.url())).toEqual([]);

  await person.signIn(CARMEN);
  await person.goTo('Activity');
  await expect(page.getByRole('main').getByText('Showing all events (1)')).toBeVisible();
});

test('a question is asked and answered with the keyboard alone', async ({ page, person }) => {
  await person.goTo('Account');
  const opener = page.getByRole('button', { name: 'Disconnect…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Disconnect Holdfast from Google?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL('/account');
});

test('a question disappears with its page when the session ends', async ({ page, context, person }) => {
  const tab = new Person(await context.newPage());
  await tab.page.goto('/account');
  await person.goTo('Account');
  await page.getByRole('button', { name: 'Delete your account…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await tab.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/login?reason=signed_out');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('reconnecting suggests the same person to Google', async ({ page, person }) => {
  await person.goTo('Account');
  const link = page.getByRole('link', { name: 'Reconnect at Google' });
  await expect(link).toHaveAttribute('href', new RegExp(encodeURIComponent(CARMEN.email)));
  await expect(link).not.toHaveAttribute('href', new RegExp(encodeURIComponent(ADA.email)));
});

for (const path of ['/sessions', '/activity', '/account']) {
  test(`${path} survives being loaded again`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
