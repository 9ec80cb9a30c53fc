import { settle } from '@holdfast/session/testing';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';
import { LogoutUnavailableError, SessionEndedError } from './errors';

describe('SessionEngine in several tabs', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  async function openTabs(count: number, shareToken = true): Promise<SessionEngine[]> {
    const tabs: SessionEngine[] = [];
    for (let index = 0; index < count; index++) tabs.push(await browser.openTab(shareToken));
    await settle();
    return tabs;
  }

  function refreshesSince(count: number): number {
    return browser.server.keys.length - count;
  }

  it('authorizeWhenFiveTabsAskTwentyTimesEachThenOneRefresh', async () => {
    const tabs = await openTabs(5);
    const before = browser.server.keys.length;
    browser.clock.sleep(browser.server.lifetime);
    const asked = Promise.all(tabs.flatMap((tab) => Array.from({ length: 20 }, () => tab.authorize())));
    await browser.clock.advance(1_000);
    expect(new Set((await asked).map(({ value }) => value)).size).toBe(1);
    expect(refreshesSince(before)).toBe(1);
  });

  it('authorizeWhenTheTokenIsNotSharedThenEachTabRefreshesForItself', async () => {
    const tabs = await openTabs(3, false);
    const before = browser.server.keys.length;
    browser.clock.sleep(browser.server.lifetime);
    await Promise.all(tabs.map((tab) => tab.authorize()));
    expect(refreshesSince(before)).toBe(3);
    expect(JSON.stringify(browser.channels.messages)).not.toContain('token-');
  });

  it('authorizeWhenTheBroadcastWasMissedThenAsksBeforeItRefreshes', async () => {
    const [first] = await openTabs(1);
    const deaf = browser.newTab();
    await deaf.restore();
    const again = first?.refresh();
    await browser.clock.advance(60);
    await again;
    const before = browser.server.keys.length;
    void deaf.start();
    await settle();
    expect(browser.channels.messages).toContainEqual({ type: 'ask' });
    expect(deaf.state.token).toEqual(first?.state.token);
    expect(refreshesSince(before)).toBe(0);
  });

  it('startWhenAnotherTabIsSignedInThenTheServerDecidesAllTheSame', async () => {
    await openTabs(1);
    browser.server.sessionId = 's2';
    const [second] = await openTabs(1);
    expect(second?.state.token?.sessionId).toBe('s2');
    expect(browser.pages[0]?.reloads).toBe(1);
  });

  it('refreshWhenDefinitelyRefusedThenEveryTabEndsWithTheReason', async () => {
    const tabs = await openTabs(3);
    browser.server.answer = { kind: 'ended', reason: 'token_reused' };
    const outcome = expect(tabs[0]?.refresh()).rejects.toBeInstanceOf(SessionEndedError);
    await browser.clock.advance(1_000);
    await outcome;
    for (const tab of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'token_reused' });
  });

  it('logoutWhenInOneTabThenInAll', async () => {
    const tabs = await openTabs(3);
    await tabs[1]?.logout();
    await settle();
    for (const tab of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'signed_out' });
    expect(browser.server.logouts).toBe(1);
  });

  it('logoutWhenConfirmedTooLateThenAllEndAllTheSame', async () => {
    const tabs = await openTabs(2);
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    const outcome = expect(tabs[0]?.logout()).rejects.toBeInstanceOf(LogoutUnavailableError);
    await browser.clock.advance(8_000);
    await outcome;
    expect(tabs[0]?.state.status).toBe('active');
    answerNow();
    await settle();
    for (const tab of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'signed_out' });
    expect(browser.keys.key).toBeUndefined();
  });

  it('logoutWhenConfirmedAfterTheEndThenNothingChanges', async () => {
    const tabs = await openTabs(1);
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    const outcome = expect(tabs[0]?.logout()).rejects.toBeInstanceOf(LogoutUnavailableError);
    await browser.clock.advance(8_000);
    await outcome;
    tabs[0]?.endOwn('erased');
    browser.keys.key = 'key-of-a-newer-session';
    answerNow();
    await settle();
    expect(tabs[0]?.state).toEqual({ status: 'ended', endReason: 'erased' });
    expect(browser.keys.key).toBe('key-of-a-newer-session');
  });

  it('endOwnWhenInOneTabThenInAllWithoutAskingTheServer', async () => {
    const tabs = await openTabs(3);
    const before = browser.server.keys.length;
    tabs[1]?.endOwn('erased');
    await settle();
    for (const tab of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'erased' });
    expect(refreshesSince(before)).toBe(0);
    expect(browser.server.logouts).toBe(0);
  });

  it('hearWhenALateEndOfAnOlderSessionThenTheNewerLivesOn', async () => {
    const [tab] = await openTabs(1);
    browser.channels.connect().post({ type: 'ended', sessionId: 's0', reason: 'expired' });
    await settle();
    expect(tab?.state.status).toBe('active');
  });

  it('hearWhenALateTokenOfTheEndedSessionThenStaysEnded', async () => {
    const [tab] = await openTabs(1);
    const token = tab?.state.token;
    tab?.end('s1', 'expired');
    browser.channels.connect().post({ type: 'refreshed', sessionId: 's1', key: 'x', token });
    await settle();
    expect(tab?.state.status).toBe('ended');
    expect(browser.pages[0]?.reloads).toBe(0);
  });

  it('hearWhenAnEndWithoutSessionThenAsksTheServerAndKeepsTheReason', async () => {
    const [tab] = await openTabs(1);
    browser.server.sessionId = undefined;
    browser.channels.connect().post({ type: 'ended', sessionId: undefined, reason: 'google_revoked' });
    await browser.clock.advance(1_000);
    expect(tab?.state).toEqual({ status: 'ended', endReason: 'google_revoked' });
  });

  it('hearWhenSomebodySignsInElsewhereThenASignedOutTabLoadsAnew', async () => {
    browser.server.sessionId = undefined;
    await openTabs(1);
    browser.server.sessionId = 's1';
    await openTabs(1);
    expect(browser.pages.map(({ reloads }) => reloads)).toEqual([1, 0]);
  });

  it('authorizeWhenATabHangsWithTheLockThenTheOthersGoOnWithoutIt', async () => {
    const [tab] = await openTabs(1);
    void browser.lock.run(0, () => new Promise(() => undefined));
    browser.clock.sleep(browser.server.lifetime);
    const asked = tab?.authorize();
    await browser.clock.advance(11_000);
    await expect(asked).resolves.toMatchObject({ value: 'token-2' });
  });

  it('wakeWhenAsleepForHoursThenOneRefreshForAll', async () => {
    const tabs = await openTabs(3);
    const before = browser.server.keys.length;
    browser.clock.sleep(8 * 3_600_000);
    const asked = Promise.all(tabs.map((tab) => tab.authorize()));
    await browser.clock.advance(1_000);
    await asked;
    expect(refreshesSince(before)).toBe(1);
  });
});
