import { expect, test, windowOf } from './fixtures';

test('a person asks about a file, allows it in place, and reads the answer as it is written', async ({
  page,
  person,
}) => {
  // Through Google's own pages, which therefore know the person when more is asked for.
  await page.goto('/login');
  await person.signIn();
  await person.goTo('Files');
  await page.getByRole('button', { name: 'More for Meeting notes, weekly sync' }).click();
  await page.getByRole('menuitem', { name: 'Ask about this file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask about “Meeting notes, weekly sync”' });
  await expect(dialog.getByLabel('Your question')).toBeFocused();
  await page.keyboard.type('What was decided?');
  await page.keyboard.press('Control+Enter');
  const answer = dialog.getByRole('region', { name: 'Answer' });
  const allow = dialog.getByRole('link', { name: 'Allow it at Google' });
  await expect(allow.or(answer)).toBeVisible();
  // A second try finds the permission of the first.
  if (await allow.isVisible()) {
    const popup = await windowOf(page, allow);
    await popup.getByRole('button', { name: 'Allow', exact: true }).click();
  }
  await expect(answer).toBeVisible();
  await expect(dialog.getByText('Gemini can be wrong')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Ask again' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More for Meeting notes, weekly sync' })).toBeFocused();
});
