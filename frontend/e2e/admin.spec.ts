import { BRUNO, CARMEN, Person, expect, expectAccessible, test } from './fixtures';

test('an administrator shuts a person out and lets them in again; other people see no link there', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  test.slow();
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = new Person(await elsewhere.newPage());
  await other.arrive(CARMEN);
  await expect(other.page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
  await other.page.goto('/admin/accounts');
  await expect(other.page.getByText('There is no such page')).toBeVisible();

  await person.arrive(BRUNO);
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByLabel('E-mail, name or account ID').fill('carmen@');
  const found = page.getByRole('list', { name: 'Accounts', exact: true }).getByRole('listitem');
  await expect(found).toHaveCount(1);
  await expect(found.first()).toContainText('Connected');
  await found.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Carmen <b>');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^Checked/)).toBeVisible();
  await page.getByRole('button', { name: 'Disable account…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable account' }).click();
  await expect(page.getByText('Nobody can sign in with this account.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'All ended' })).toBeVisible();
  await other.page.goto('/files');
  await expect(other.page).toHaveURL(/\/login\?reason=account_disabled/);
  await expect(other.page.getByRole('alert')).toContainText('Contact your administrator');

  await page.getByRole('button', { name: 'Enable account' }).click();
  await expect(page.getByText('Nobody can sign in with this account.')).toHaveCount(0);
  // The page that gives the reason offers another account first.
  await other.page.goto('/login');
  await other.signIn(CARMEN);
  await elsewhere.close();

  await page.getByRole('link', { name: 'What administrators did to this account' }).click();
  const entries = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem');
  await expect(entries.first()).toContainText('Account enabled');
  await expect(entries.nth(1)).toContainText('Account disabled');
  await expect(entries.nth(2)).toContainText('Google connection checked');
  await expectAccessible(page);
});

test('an administrator sees what is wrong with the installation', async ({ page, person }) => {
  await person.arrive(BRUNO);
  await page.goto('/admin/doctor');
  await expect(page.getByRole('heading', { name: 'Check-up' })).toBeVisible();
  await expect(page.getByText('Google accepts client id and secret.')).toBeVisible();
  await expect(page.getByText('for a trial on one machine')).toBeVisible();
  await expectAccessible(page);
});
