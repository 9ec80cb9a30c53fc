import { Tab, expect, test } from './rig/on-the-wire';

const REFRESH = '/auth/token/refresh';

async function expired(tab: Tab): Promise<Tab> {
  await tab.pass(60_000);
  return tab;
}

test('offline, online, and eight hours of sleep with three tabs: one refresh', async ({
  wire,
  tabs,
  context,
}) => {
  await context.clock.install();
  await tabs.signIn();
  const three = await tabs.many(3);

  await context.setOffline(true);
  await Promise.all(three.map(expired));
  for (const tab of three) expect(await tab.get(2)).toEqual(['RefreshUnavailableError']);
  wire.requests.length = 0;
  await context.setOffline(false);
  for (const tab of three) await expect.poll(() => tab.standing()).toBe('active');
  expect(wire.to(REFRESH)).toHaveLength(1);

  wire.requests.length = 0;
  await context.clock.fastForward('08:00:00');
  expect(await Promise.all(three.map((tab) => tab.get(5)))).toEqual(three.map(() => ['200']));
  expect(wire.to(REFRESH)).toHaveLength(1);
});
