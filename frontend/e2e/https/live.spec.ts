import { BrowserContext, Page, Request, expect } from '@playwright/test';
import { ADA, CARMEN, ORIGIN, signIn, test } from './people';

/** Resolves when the browser listens to the server. */
async function listening(context: BrowserContext): Promise<void> {
  await context.waitForEvent('response', (response) => response.url() === `${ORIGIN}/api/events`);
}

/** Sends a request of a signed-in page, and returns the status. */
async function send(page: Page, method: string, path: string): Promise<number> {
  return page.evaluate(
    async ([how, where]) => {
      const refreshed = await fetch('/auth/token/refresh', { method: 'POST' });
      const { access_token: token } = (await refreshed.json()) as { access_token: string };
      const answer = await fetch(where, { method: how, headers: { Authorization: `Bearer ${token}` } });
      return answer.status;
    },
    [method, path] as const,
  );
}

/** Makes the documents of a tab believe that no person sees them. */
async function hide(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
}

test('three tabs, one of them hidden, leave by themselves when another browser ends their session', async ({
  page,
  context,
  browser,
}) => {
  const streams = new Set<Request>();
  context.on('request', (request) => {
    if (request.url() === `${ORIGIN}/api/events`) streams.add(request);
  });
  context.on('requestfailed', (request) => streams.delete(request));
  context.on('requestfinished', (request) => streams.delete(request));
  const listens = listening(context);
  await signIn(page, ADA);
  await listens;
  const hidden = await context.newPage();
  await hide(hidden);
  const third = await context.newPage();
  for (const tab of [hidden, third]) {
    await tab.goto(`${ORIGIN}/account`);
    await expect(tab.getByRole('main').getByText(ADA).first()).toBeVisible();
  }
  await expect.poll(() => streams.size, 'one tab listens for all').toBe(1);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, ADA);
  const sent: string[] = [];
  context.on('request', (request) => {
    if (/\/(api|auth)\//.test(request.url())) sent.push(request.url());
  });
  expect(await send(other, 'DELETE', '/api/sessions')).toBe(204);

  for (const tab of [page, hidden, third])
    await expect(tab).toHaveURL(`${ORIGIN}/login?reason=ended_elsewhere&return_to=%2Faccount`);
  expect(sent, 'no tab has asked').toEqual([]);
  await expect(other).toHaveURL(`${ORIGIN}/account`);
  await elsewhere.close();
});

for (const [event, person, reason] of [
  ['sessions-revoked', ADA, 'google_signed_out'],
  // The account stays frozen, so no other test may need this person.
  ['account-disabled', CARMEN, 'google_account_at_risk'],
] as const)
  test(`three tabs in two browsers, one of them hidden, leave by themselves after ${event} of Google`, async ({
    page,
    context,
    google,
    browser,
    baseURL,
  }) => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    for (const [tab, where] of [
      [page, context],
      [other, elsewhere],
    ] as const) {
      const listens = listening(where);
      await signIn(tab, person);
      await listens;
    }
    const hidden = await context.newPage();
    await hide(hidden);
    await hidden.goto(`${ORIGIN}/account`);
    await expect(hidden.getByRole('main').getByText(person).first()).toBeVisible();
    const sent: string[] = [];
    for (const each of [context, elsewhere])
      each.on('request', (request) => {
        if (/\/(api|auth)\//.test(request.url())) sent.push(request.url());
      });

    await google.signal(event, person, baseURL ?? '');

    for (const tab of [page, hidden, other])
      await expect(tab).toHaveURL(`${ORIGIN}/login?reason=${reason}&return_to=%2Faccount`);
    expect(sent, 'no tab has asked').toEqual([]);
    await elsewhere.close();
  });

test('the connection changes while the person looks at it', async ({ page, context, google, browser }) => {
  const listens = listening(context);
  await signIn(page, ADA);
  await listens;
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, ADA);
  await expect(page.getByText('Google did not answer the last time')).toHaveCount(0);

  await google.answer('refresh', 503);
  await send(other, 'POST', '/api/google/grant/check');
  await expect(page.getByText('Google did not answer the last time').first()).toBeVisible();
  await elsewhere.close();
});
