import { readFile } from 'node:fs/promises';
import { BRUNO, EMI, expect, test, windowOf } from './fixtures';

test('names from Drive are text, whatever they contain', async ({ page, person }) => {
  await person.arrive();
  await expect(page.getByText('<img src=x onerror=alert(1)>.txt')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
});

test('links that are no web addresses are not offered', async ({ page, person, google }) => {
  await google.set('drive_links', 'javascript');
  await person.arrive();
  await person.seesFiles();
  await expect(page.locator('a[href^="javascript"], a[href^="unsafe"]')).toHaveCount(0);
});

test('pages follow each other', async ({ page, person }) => {
  await person.arrive();
  const rows = page.getByRole('list', { name: 'Your files' }).getByRole('listitem');
  await expect(rows).toHaveCount(25);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(25);
});

test('searching finds words inside files, and says so when there are none', async ({ page, person }) => {
  await person.arrive();
  await page.getByLabel('Search names and contents').fill('lemon');
  await expect(page.getByText('Recipe: lemon tart')).toBeVisible();
  await expect(page).toHaveURL('/files?q=lemon');
  await page.getByLabel('Search names and contents').fill('no such words anywhere');
  await expect(page.getByText('No file matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all files' }).click();
  await expect(page.getByLabel('Search names and contents')).toBeFocused();
  await expect(page).toHaveURL('/files');
});

test('a download arrives whole', async ({ page, person }) => {
  await person.arrive();
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download survey-data.bin' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe('survey-data.bin');
  expect((await readFile(await download.path())).byteLength).toBeGreaterThan(29_000_000);
  await expect(page.getByText(/^\s*Downloaded “survey-data.bin”/)).toBeVisible();
});

test('a download goes on while the person looks at another page', async ({ page, person, google }) => {
  await person.arrive();
  await person.seesFiles();
  await google.slow('drive_content', 2_000);
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download survey-data.bin' }).click();
  await person.goTo('Account');
  expect((await arrives).suggestedFilename()).toBe('survey-data.bin');
  await expect(page.getByText(/^\s*Downloaded “survey-data.bin”/)).toBeVisible();
});

test('a download can be cancelled', async ({ page, person, google }) => {
  await person.arrive();
  await person.seesFiles();
  await google.slow('drive_content', 5_000);
  const begins = page.waitForRequest((request) => request.url().endsWith('/content'));
  const stops = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/content'));
  await page.getByRole('button', { name: 'Download survey-data.bin' }).click();
  await begins;
  await page.getByRole('button', { name: 'Cancel the download of survey-data.bin' }).click();
  expect((await stops).failure()?.errorText).toBe('net::ERR_ABORTED');
  await expect(page.getByRole('button', { name: 'Download survey-data.bin' })).toBeVisible();
});

test('what cannot be exported is offered at Google', async ({ page, person }) => {
  await person.arrive();
  await page.getByRole('button', { name: 'Download Thesis, all chapters' }).click();
  await expect(page.getByRole('alert')).toContainText('only up to 10 MB');
  await expect(page.getByRole('link', { name: 'Open in Google Drive (opens in a new tab)' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
});

test('Google failing for a while does not sign the person out', async ({ page, person, google }) => {
  await person.arrive();
  await person.seesFiles();
  await google.answer('drive_list', 503);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Google is not answering', { timeout: 25_000 });
  await google.calm();
  await expect(
    page.getByRole('list', { name: 'Your files' }).getByRole('listitem').first(),
    'it comes by itself',
  ).toBeVisible({ timeout: 35_000 });
});

test('one step back leads from a search to all files', async ({ page, person }) => {
  await person.arrive();
  await person.seesFiles();
  await page.keyboard.press('/');
  await page.keyboard.type('lemon', { delay: 50 });
  await expect(page).toHaveURL('/files?q=lemon');
  await expect(page).toHaveTitle(/^lemon · /);
  await page.keyboard.type(' tart');
  await expect(page).toHaveURL('/files?q=lemon%20tart');
  await page.goBack();
  await expect(page).toHaveURL('/files');
  await person.seesFiles();
});

test('an empty page is not the end, and a forgotten place is found again', async ({
  page,
  person,
  google,
}) => {
  await google.set('drive_empty_pages', '12');
  await person.arrive();
  await person.seesFiles();
  await google.set('drive_empty_pages', '0');
  const rows = page.getByRole('list', { name: 'Your files' }).getByRole('listitem');
  await expect(rows).toHaveCount(25);
  await page.route(
    '**/api/drive/files?pageToken=*',
    (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('pageToken', 'too-old');
      return route.continue({ url: url.href });
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(25);
  await expect(page.getByText('loaded again from the start')).toBeVisible();
});

test('files of shared drives are there', async ({ page, person }) => {
  await person.arrive(BRUNO);
  await page.getByLabel('Search names and contents').fill('handb');
  const row = page.getByRole('listitem').filter({ hasText: 'Fernhill team handbook' });
  await expect(row).toContainText('In a shared drive');
});

test('a missing permission can be given in place', async ({ page, google }) => {
  await page.goto('/login');
  await google.reset();
  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await page.getByRole('button', { name: EMI.email }).click();
  await page.getByRole('checkbox').first().uncheck();
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('one more permission');
  const popup = await windowOf(page, page.getByRole('link', { name: 'Allow it at Google' }));
  await expect(popup).toHaveURL(new RegExp(google.origin));
  await expect(page.getByRole('status').filter({ hasText: 'Finish at Google' })).toBeVisible();
  await popup.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByText('has no files yet')).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);
});

test('an empty Drive is not an error', async ({ page, person }) => {
  await person.arrive(EMI);
  await expect(page.getByText('has no files yet')).toBeVisible();
});

test('folders are entered, and one step back leads out again', async ({ page, person }) => {
  await person.arrive();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Folders');
  await expect(page).toHaveURL('/files?kind=folder');
  await page.getByRole('link', { name: 'Archive' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Tax return 2024.pdf' })).toBeVisible();
  await page
    .getByRole('list', { name: 'Your files' })
    .getByRole('link', { name: 'Photos', exact: true })
    .click();
  const path = page.getByRole('navigation', { name: 'Folder' });
  await expect(path.getByRole('listitem')).toHaveText(['All files', 'Archive', 'Photos']);
  await expect(page.getByText('Passport photo.png')).toBeVisible();
  await page.goBack();
  await expect(path.getByRole('listitem')).toHaveText(['All files', 'Archive']);
  await path.getByRole('link', { name: 'All files' }).click();
  await expect(page).toHaveURL('/files');
  await person.seesFiles();
});

test('files come in the order that is chosen', async ({ page, person }) => {
  await person.arrive();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Largest first');
  await expect(page).toHaveURL('/files?sort=largest');
  const first = page.getByRole('list', { name: 'Your files' }).getByRole('listitem').first();
  await expect(first).toContainText('survey-data.bin');
});

test('the menu of a file is used by keyboard, and brings a document as PDF', async ({ page, person }) => {
  await person.arrive();
  await person.seesFiles();
  await page.getByRole('button', { name: 'More for Meeting notes, weekly sync' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Ask about this file' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Download as Word (.docx)' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const arrives = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await arrives).suggestedFilename()).toBe('Meeting notes, weekly sync.pdf');
  await expect(page.getByRole('button', { name: 'More for Meeting notes, weekly sync' })).toBeFocused();
});

test('the link to a file is copied', async ({ page, person }) => {
  await person.arrive();
  await page.getByRole('button', { name: 'More for Recipe: lemon tart' }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText(/^\s*Link copied/)).toBeVisible();
});
