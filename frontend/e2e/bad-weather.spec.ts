import { Tab, expect, latch, test } from './rig/on-the-wire';

const REFRESH = '/auth/token/refresh';
const UNAVAILABLE = { status: 503, headers: { 'Retry-After': '60' } } as const;

async function expired(tab: Tab): Promise<Tab> {
  await tab.pass(60_000);
  return tab;
}

/** Brings the person back to the page once the server may be asked again. */
async function comeBackAMinuteLater(tab: Tab): Promise<void> {
  await tab.pass(60_000);
  await tab.page.evaluate(() => window.dispatchEvent(new Event('focus')));
}

test('dead connections, lost answers, a failing and a silent server do not sign the person out', async ({
  wire,
  tabs,
}) => {
  await tabs.signIn();
  const tab = await tabs.open();

  await test.step('the browser itself sends the POST again, and the server knows it by its key', async () => {
    await expired(tab);
    wire.requests.length = 0;
    wire.next(REFRESH, 'lose');
    expect(await tab.get(20)).toEqual(['200']);
    const [first, second, ...more] = wire.to(REFRESH);
    expect(more).toEqual([]);
    expect(second?.key).toBe(first?.key);
    expect(second?.cookie).toBe(first?.cookie);
  });

  await test.step('the answer is lost for good: tried again with the same key', async () => {
    await expired(tab);
    wire.requests.length = 0;
    wire.next(REFRESH, ...Array.from({ length: 50 }, () => 'lose' as const));
    expect(await tab.get(20)).toEqual(['RefreshUnavailableError']);
    wire.next(REFRESH);
    await comeBackAMinuteLater(tab);
    await expect.poll(() => tab.standing()).toBe('active');
    expect(await tab.get(1)).toEqual(['200']);
    expect(new Set(wire.to(REFRESH).map(({ key }) => key)).size).toBe(1);
  });

  await test.step('503: nobody hammers the server, and nobody is signed out', async () => {
    await expired(tab);
    wire.requests.length = 0;
    wire.next(REFRESH, UNAVAILABLE, UNAVAILABLE);
    expect(await tab.get(20)).toEqual(['RefreshUnavailableError']);
    expect(await tab.get(20)).toEqual(['RefreshUnavailableError']);
    expect(wire.to(REFRESH)).toHaveLength(1);
    expect(await tab.standing()).toBe('unreachable');
    await comeBackAMinuteLater(tab);
    await expect.poll(() => wire.to(REFRESH).length).toBe(2);
    expect(await tab.get(20)).toEqual(['RefreshUnavailableError']);
    await comeBackAMinuteLater(tab);
    await expect.poll(() => tab.standing()).toBe('active');
    expect(wire.to(REFRESH)).toHaveLength(3);
  });

  await test.step('no answer at all: given up on, not aborted; it still counts when it comes', async () => {
    await expired(tab);
    const silence = latch();
    const nothingElse = Array.from({ length: 50 }, () => UNAVAILABLE);
    wire.next(REFRESH, { until: silence.opened }, ...nothingElse);
    expect(await tab.get(20)).toEqual(['RefreshUnavailableError']);
    expect(await tab.standing()).toBe('unreachable');
    silence.open();
    await expect.poll(() => tab.standing()).toBe('active');
    wire.next(REFRESH);
    expect(await tab.get(1)).toEqual(['200']);
  });
});

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
