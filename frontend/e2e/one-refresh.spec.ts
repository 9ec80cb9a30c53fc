import { SHORT_LIFE } from './fixtures';
import { Tab, expect, test } from './rig/on-the-wire';
import { Wire } from './wire';

const REFRESH = '/auth/token/refresh';
/**
 * Milliseconds after which the server refuses an access token, its allowance for clocks included. The clocks of
 * the tabs stand still, so they do not see it expire.
 */
const REFUSED_AFTER = (SHORT_LIFE + 6) * 1000;
const STILL = '?clock=still';

async function expire(tabs: readonly Tab[]): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.pass(60_000)));
}

test('twenty requests with a token the server refuses: one refresh, and each is sent twice', async ({
  wire,
  tabs,
}) => {
  await tabs.signIn();
  const tab = await tabs.open(STILL);
  await tab.page.waitForTimeout(REFUSED_AFTER);
  wire.requests.length = 0;

  expect(await tab.get(20)).toEqual(['200']);

  expect(wire.to(REFRESH)).toHaveLength(1);
  const sent = wire.to('/api/account');
  expect(sent).toHaveLength(40);
  expect(new Set(sent.map(({ url, authorization }) => `${url.search} ${authorization ?? ''}`)).size).toBe(40);
});

/** Sends twenty requests from each of five tabs, all without a token, and expects one refresh. */
async function oneRound(wire: Wire, five: readonly Tab[]): Promise<void> {
  await expire(five);
  wire.requests.length = 0;
  expect(await Promise.all(five.map((tab) => tab.get(20)))).toEqual(five.map(() => ['200']));
  expect(wire.to('/api/account')).toHaveLength(100);
  expect(wire.to(REFRESH)).toHaveLength(1);
}

test('five tabs with twenty requests each: one refresh in every round', async ({ wire, tabs }) => {
  await tabs.signIn();
  const five = await tabs.many(5, STILL);
  for (let round = 0; round < 5; round++) await oneRound(wire, five);

  // As it rarely happens by itself: the lock is free before the others have heard of the refresh.
  await test.step('the same if the news of a refresh comes after its lock', async () => {
    for (const tab of five) await tabs.load(tab, `${STILL}&late=100`);
    for (let round = 0; round < 3; round++) await oneRound(wire, five);
  });
});

test('tabs that do not share the token refresh one after another, and all stay signed in', async ({
  wire,
  tabs,
}) => {
  await tabs.signIn();
  const three = await tabs.many(3, `${STILL}&share=no`);
  await expire(three);
  wire.requests.length = 0;

  expect(await Promise.all(three.map((tab) => tab.get(20)))).toEqual(three.map(() => ['200']));

  expect(wire.to(REFRESH)).toHaveLength(3);
});

test('tokens go to the API of our own origin, and nowhere else', async ({ wire, tabs, google, baseURL }) => {
  await tabs.signIn();
  const tab = await tabs.open();
  await tab.get(2);
  await tab.get(1, `${google.origin}/api/account`);
  await tab.get(1, '/robots.txt');
  await tab.get(1, '/apis');

  expect(wire.to('/robots.txt')).toHaveLength(1);
  const carriers = wire.requests.filter(({ authorization }) => authorization !== undefined);
  expect(carriers.length).toBeGreaterThan(0);
  for (const { url } of carriers) {
    expect(url.origin).toBe(baseURL);
    expect(url.pathname).toMatch(/^\/api\//);
  }
});
