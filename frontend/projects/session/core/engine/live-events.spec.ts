import { FakePage, settle } from '@holdfast/session/testing';
import { LiveEvents } from './live-events';
import { ListeningBrowser } from './live-events.fixture';
import { GrantNews } from './model';

describe('LiveEvents', () => {
  let browser: ListeningBrowser;

  beforeEach(() => {
    browser = new ListeningBrowser();
  });

  it('listensInOneTabOfThree', async () => {
    await browser.opened();
    await browser.opened();
    await browser.opened();
    expect(browser.feed.streams).toHaveLength(1);
    expect(browser.feed.asked).toBe(1);
  });

  it('endsAllTabsWithTheReasonThatTheServerTells', async () => {
    const tabs = [await browser.opened(), await browser.opened(), await browser.opened()];
    browser.feed.latest?.tell({ type: 'session-ended', reason: 'ended_elsewhere' });
    await settle();
    for (const { tab } of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'ended_elsewhere' });
    expect(browser.server.keys).toHaveLength(3);
  });

  it('opensNoStreamForASessionWhoseEndIsOnItsWayToTheTab', async () => {
    const [, second] = [await browser.opened(), await browser.opened(), await browser.opened()];
    await browser.clock.advance(10_000);
    browser.channels.slow = true;
    browser.feed.latest?.tell({ type: 'session-ended', reason: 'ended_elsewhere' });
    await settle();
    browser.channels.deliver();
    await settle();
    expect(second.tab.state).toEqual({ status: 'ended', endReason: 'ended_elsewhere' });
    await browser.clock.advance(60_000);
    expect(browser.feed.asked).toBe(1);
  });

  it('goesOnListeningSoonWhenTheTabThatListenedIsClosed', async () => {
    let close: () => void = () => undefined;
    void browser.turn.take(new AbortController().signal, () => new Promise((resolve) => (close = resolve)));
    await browser.opened();
    await browser.clock.advance(10_000);
    close();
    await browser.clock.advance(200);
    expect(browser.feed.asked).toBe(0);
    await browser.clock.advance(100);
    expect(browser.feed.asked).toBe(1);
  });

  it('tellsAllTabsOfTheGrant', async () => {
    const heard: [string, GrantNews][] = [];
    const [first, second] = [await browser.opened(), await browser.opened()];
    first.tab.grants.listen((grant) => heard.push(['first', grant]));
    second.tab.grants.listen((grant) => heard.push(['second', grant]));
    const grant = { status: 'degraded', missingScopes: [] };
    browser.feed.latest?.tell({ type: 'grant', grant });
    await settle();
    expect(heard).toEqual([
      ['first', grant],
      ['second', grant],
    ]);
  });

  it('endsNothingWhenTheStreamBreaksAndComesBackLaterByChance', async () => {
    const { tab } = await browser.opened();
    browser.clock.chance = 0.5;
    browser.feed.latest?.tell({ type: 'hello' });
    browser.feed.latest?.end();
    await browser.clock.advance(1_400);
    expect(browser.feed.streams).toHaveLength(0);
    expect(tab.state.status).toBe('active');
    await browser.clock.advance(200);
    expect(browser.feed.streams).toHaveLength(1);
  });

  it('comesBackEverMoreSeldomWhileEveryStreamBreaks', async () => {
    await browser.opened();
    for (const wait of [1_000, 2_000, 4_000]) {
      browser.feed.latest?.end();
      await browser.clock.advance(wait - 1);
      expect(browser.feed.streams).toHaveLength(0);
      await browser.clock.advance(1);
      expect(browser.feed.streams).toHaveLength(1);
    }
  });

  it('waitsAsLongAsTheServerAsks', async () => {
    await browser.opened();
    browser.feed.latest?.end({ kind: 'refused', status: 503, retryAfter: 60_000 });
    await browser.clock.advance(59_999);
    expect(browser.feed.asked).toBe(1);
    await browser.clock.advance(1);
    expect(browser.feed.asked).toBe(2);
  });

  it('endsTheSessionWhenTheServerRefusesTheStreamForThat', async () => {
    const { tab } = await browser.opened();
    browser.feed.latest?.end({ kind: 'ended', reason: 'google_revoked' });
    await settle();
    expect(tab.state).toEqual({ status: 'ended', endReason: 'google_revoked' });
  });

  it('asksAServerWithoutAStreamOnce', async () => {
    const { tab } = await browser.opened();
    browser.feed.latest?.end({ kind: 'refused', status: 404, retryAfter: undefined });
    await browser.clock.advance(60_000);
    await browser.refreshed(tab);
    await browser.clock.advance(60_000);
    expect(browser.feed.asked).toBe(1);
  });

  it('listensToNobodyWhileSignedOut', async () => {
    browser.server.sessionId = undefined;
    await browser.opened();
    expect(browser.feed.asked).toBe(0);
  });

  it('hangsUpAtTheSignOut', async () => {
    const { tab } = await browser.opened();
    await tab.logout();
    await settle();
    expect(browser.feed.streams).toHaveLength(0);
    await browser.clock.advance(60_000);
    expect(browser.feed.asked).toBe(1);
  });

  it('asksTheServerFirstWhileThePersonSignsInAgainInAnotherWindow', async () => {
    const { tab } = await browser.opened();
    tab.expectSuccessor(600_000);
    browser.feed.latest?.tell({ type: 'session-ended', reason: 'ended_elsewhere' });
    await browser.clock.advance(100);
    expect(tab.state.status).toBe('active');
    expect(browser.server.keys).toHaveLength(2);
  });

  it('triesAtOnceWhenTheNetworkIsBack', async () => {
    const { page } = await browser.opened();
    browser.feed.latest?.end({ kind: 'refused', status: 503, retryAfter: 60_000 });
    await settle();
    page.tell('online');
    await settle();
    expect(browser.feed.asked).toBe(2);
  });

  it('doesNotAskWithoutEndForATurnThatTheBrowserRefuses', async () => {
    const { tab, page } = { tab: browser.newTab(), page: new FakePage() };
    const refusing = {
      asked: 0,
      take: () => {
        refusing.asked++;
        return Promise.resolve();
      },
    };
    new LiveEvents(tab, { feed: browser.feed, turn: refusing, clock: browser.clock, page }).start();
    await tab.start();
    await settle();
    expect(refusing.asked).toBe(1);
    expect(browser.feed.asked).toBe(0);
  });
});
