import { Tab, expect, latch, test } from './rig/on-the-wire';
import { TOKEN_INVALID } from './wire';

const REFRESH = '/auth/token/refresh';

async function standings(tabs: readonly Tab[]): Promise<string[]> {
  return Promise.all(tabs.map((tab) => tab.standing()));
}

test('a definite refusal ends every tab with its reason, and is asked for once', async ({
  wire,
  tabs,
  context,
}) => {
  await tabs.signIn();
  const three = await tabs.many(3);
  await Promise.all(three.map((tab) => tab.pass(60_000)));
  const refused = { status: 401, code: 'session_ended', reason: 'token_reused' };
  wire.requests.length = 0;
  wire.next(REFRESH, { status: 401, body: refused });

  const outcomes = await Promise.all(three.map((tab) => tab.get(20)));

  expect(outcomes).toEqual(three.map(() => ['SessionEndedError:token_reused']));
  expect(await standings(three)).toEqual(three.map(() => 'ended:token_reused'));
  expect(wire.to(REFRESH)).toHaveLength(1);
  expect(wire.to('/api/account')).toEqual([]);

  await test.step('a lost cookie is an end without a reason; never signed in is no end', async () => {
    await tabs.signIn();
    const [tab, other] = await tabs.many(2);
    await context.clearCookies();
    await tab?.pass(60_000);
    expect(await tab?.get(1)).toEqual(['SessionEndedError']);
    for (const each of [tab, other]) await expect.poll(() => each?.standing()).toBe('ended');
    expect(await (await tabs.open()).standing()).toBe('anonymous');
  });
});

test('signing out comes after a refresh in flight, reaches all tabs, and nothing follows', async ({
  wire,
  tabs,
  context,
}) => {
  await tabs.signIn();
  const [tab, other] = [await tabs.open(), await tabs.open()];
  await other.pass(60_000);
  const answer = latch();
  wire.requests.length = 0;
  wire.next(REFRESH, { until: answer.opened });
  const requests = other.get(20);
  await expect.poll(() => wire.to(REFRESH).length).toBe(1);

  const leaving = tab.logout();
  await tab.page.waitForTimeout(500);
  expect(wire.to('/auth/logout')).toEqual([]);
  answer.open();

  expect(await leaving).toBe('done');
  for (const each of [tab, other]) await expect.poll(() => each.standing()).toBe('ended:signed_out');
  for (const outcome of await requests) expect(['200', 'SessionEndedError:signed_out']).toContain(outcome);
  expect(await other.get(5)).toEqual(['SessionEndedError:signed_out']);
  expect(wire.to(REFRESH)).toHaveLength(1);
  expect(await context.cookies()).toEqual([]);
  expect(await tab.page.evaluate(() => localStorage.length)).toBe(0);
});

test('requests running when the person signs out fail, in every tab', async ({ wire, tabs }) => {
  await tabs.signIn();
  const [tab, other] = [await tabs.open(), await tabs.open()];
  const answer = latch();
  wire.next('/api/account', { until: answer.opened }, { until: answer.opened });
  const requests = other.get(2);
  await expect.poll(() => wire.to('/api/account').length).toBe(2);
  await tab.logout();
  expect(await requests).toEqual(['SessionEndedError:signed_out']);
  answer.open();
});

test('a fresh token refused again: no request is sent a third time, and all tabs are out', async ({
  wire,
  tabs,
}) => {
  await tabs.signIn();
  // A token that runs out during the test would need a refresh of its own.
  const [tab, other] = [await tabs.open('?clock=still'), await tabs.open('?clock=still')];
  wire.requests.length = 0;
  wire.next('/api/account', ...Array.from({ length: 100 }, () => TOKEN_INVALID));

  expect(await tab.get(20)).toEqual(['SessionEndedError:refused']);

  const sent = wire.to('/api/account').map(({ url }) => url.search);
  for (const one of new Set(sent)) expect(sent.filter((same) => same === one).length).toBeLessThanOrEqual(2);
  expect(wire.to(REFRESH)).toHaveLength(1);
  expect(wire.to('/auth/logout')).toHaveLength(1);
  for (const each of [tab, other]) await expect.poll(() => each.standing()).toBe('ended:refused');
});

test('a form of five megabytes is sent again whole', async ({ wire, tabs }) => {
  await tabs.signIn();
  const tab = await tabs.open();
  wire.requests.length = 0;
  wire.next('/api/upload', TOKEN_INVALID, { status: 200, body: {} });

  expect(await tab.upload('/api/upload', 5_000_000)).toBe('200');

  const [first, second, ...more] = wire.to('/api/upload');
  expect(more).toEqual([]);
  expect(first?.size).toBeGreaterThan(5_000_000);
  expect(second?.size).toBe(first?.size);
  expect(second?.authorization).not.toBe(first?.authorization);
});
