import { Tab, expect, latch, test } from './rig/on-the-wire';
import { Wire } from './wire';

const REFRESH = '/auth/token/refresh';

/** Brings the tab to hold the lock while the server's answer to its refresh does not arrive. */
async function stuckInRefresh(wire: Wire, tab: Tab): Promise<() => void> {
  const answer = latch();
  await tab.pass(60_000);
  wire.requests.length = 0;
  wire.next(REFRESH, { until: answer.opened });
  tab.get(1).catch(() => undefined);
  await expect.poll(() => wire.to(REFRESH).length).toBe(1);
  return answer.open;
}

test('a tab that crashes with the lock does not hold others up', async ({ wire, tabs }) => {
  await tabs.signIn();
  const [tab, other] = [await tabs.open(), await tabs.open()];
  const answer = await stuckInRefresh(wire, tab);
  await other.pass(60_000);
  const requests = other.get(20);
  await other.page.waitForTimeout(500);
  expect(wire.to(REFRESH)).toHaveLength(1);

  await tab.crash();

  expect(await requests).toEqual(['200']);
  expect(wire.to(REFRESH)).toHaveLength(2);
  expect(wire.to(REFRESH)[1]?.key).toBe(wire.to(REFRESH)[0]?.key);
  answer();
});

test('a tab that hangs with the lock holds the others up for a while, and all stay signed in', async ({
  wire,
  tabs,
}) => {
  await tabs.signIn();
  const [tab, other] = [await tabs.open(), await tabs.open()];
  const answer = await stuckInRefresh(wire, tab);
  const wakeUp = await tab.hang();
  answer();
  await other.pass(60_000);

  // The tab that hangs takes a whole processor, so the other may have to try more than once.
  await expect.poll(() => other.get(20), { timeout: 60_000 }).toEqual(['200']);

  expect(wire.to(REFRESH)[1]?.key).toBe(wire.to(REFRESH)[0]?.key);
  await wakeUp();
  await expect.poll(() => tab.get(1), { timeout: 60_000 }).toEqual(['200']);
  expect([await tab.standing(), await other.standing()]).toEqual(['active', 'active']);
});

test('a page loaded again in the middle of a refresh sends its key again', async ({ wire, tabs }) => {
  await tabs.signIn();
  const tab = await tabs.open();
  const answer = await stuckInRefresh(wire, tab);

  await tabs.load(tab);

  expect(await tab.standing()).toBe('active');
  expect(wire.to(REFRESH)[1]?.key).toBe(wire.to(REFRESH)[0]?.key);
  answer();
  expect(await tab.get(1)).toEqual(['200']);
});

const ENDS = {
  left: (tab: Tab) => tab.page.goto('about:blank'),
  closed: (tab: Tab) => tab.page.close(),
  crashed: (tab: Tab) => tab.crash(),
};

for (const [end, lose] of Object.entries(ENDS)) {
  test(`a tab ${end} in the middle of a refresh still gets its cookie, and the next one sends its key again`, async ({
    wire,
    tabs,
    context,
  }) => {
    await tabs.signIn();
    const tab = await tabs.open();
    await context.newPage();
    const answer = await stuckInRefresh(wire, tab);
    const before = await context.cookies();

    await lose(tab);
    expect(await context.cookies()).toEqual(before);
    answer();
    await expect.poll(async () => (await context.cookies())[0]?.value).not.toBe(before[0]?.value);

    const next = await tabs.open();
    expect(await next.standing()).toBe('active');
    const [lost, again] = wire.to(REFRESH);
    expect(again?.key).toBe(lost?.key);
    expect(again?.cookie).not.toBe(lost?.cookie);
  });
}
