import { FakeFeed, FakePage, FakeTurn, settle } from '@holdfast/session/testing';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';
import { LiveEvents } from './live-events';
import { GrantNews } from './model';

describe('LiveEvents', () => {
  let browser: Browser;
  let feed: FakeFeed;
  let turn: FakeTurn;
  let shareToken: boolean;

  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
    feed = new FakeFeed();
    turn = new FakeTurn();
    shareToken = true;
  });

  function listening(): { tab: SessionEngine; page: FakePage } {
    const tab = browser.newTab(shareToken);
    const page = browser.pages.at(-1) ?? new FakePage();
    new LiveEvents(tab, { feed, turn, clock: browser.clock, page }).start();
    return { tab, page };
  }

  async function opened(): Promise<{ tab: SessionEngine; page: FakePage }> {
    const { tab, page } = listening();
    await tab.start();
    await settle();
    return { tab, page };
  }

  async function refreshed(tab: SessionEngine): Promise<void> {
    const answered = tab.refresh();
    await browser.clock.advance(100);
    await answered;
    await settle();
  }

  it('listensInOneTabOfThree', async () => {
    await opened();
    await opened();
    await opened();
    expect(feed.streams).toHaveLength(1);
    expect(feed.asked).toBe(1);
  });

  it('endsAllTabsWithTheReasonThatTheServerTells', async () => {
    const tabs = [await opened(), await opened(), await opened()];
    feed.latest?.tell({ type: 'session-ended', reason: 'ended_elsewhere' });
    await settle();
    for (const { tab } of tabs) expect(tab.state).toEqual({ status: 'ended', endReason: 'ended_elsewhere' });
    expect(browser.server.keys).toHaveLength(3);
  });

  it('tellsAllTabsOfTheGrant', async () => {
    const heard: [string, GrantNews][] = [];
    const [first, second] = [await opened(), await opened()];
    first.tab.grants.listen((grant) => heard.push(['first', grant]));
    second.tab.grants.listen((grant) => heard.push(['second', grant]));
    const grant = { status: 'degraded', missingScopes: [] };
    feed.latest?.tell({ type: 'grant', grant });
    await settle();
    expect(heard).toEqual([
      ['first', grant],
      ['second', grant],
    ]);
  });

  it('endsNothingWhenTheStreamBreaksAndComesBackLaterByChance', async () => {
    const { tab } = await opened();
    browser.clock.chance = 0.5;
    feed.latest?.tell({ type: 'hello' });
    feed.latest?.end();
    await browser.clock.advance(1_400);
    expect(feed.streams).toHaveLength(0);
    expect(tab.state.status).toBe('active');
    await browser.clock.advance(200);
    expect(feed.streams).toHaveLength(1);
  });

  it('comesBackEverMoreSeldomWhileEveryStreamBreaks', async () => {
    await opened();
    for (const wait of [1_000, 2_000, 4_000]) {
      feed.latest?.end();
      await browser.clock.advance(wait - 1);
      expect(feed.streams).toHaveLength(0);
      await browser.clock.advance(1);
      expect(feed.streams).toHaveLength(1);
    }
  });

  it('waitsAsLongAsTheServerAsks', async () => {
    await opened();
    feed.latest?.end({ kind: 'refused', status: 503, retryAfter: 60_000 });
    await browser.clock.advance(59_999);
    expect(feed.asked).toBe(1);
    await browser.clock.advance(1);
    expect(feed.asked).toBe(2);
  });

  it('keepsItsStreamWhileTabsThatOpenBringNewerTokens', async () => {
    shareToken = false;
    const { tab } = await opened();
    const first = tab.state.token;
    for (let opening = 0; opening < 5; opening++) {
      await browser.clock.advance(2_000);
      await opened();
    }
    await refreshed(tab);
    expect(tab.state.token).not.toBe(first);
    expect(feed.streams.map(({ token }) => token)).toEqual([first]);
    expect(feed.asked).toBe(1);
  });

  it('changesItsStreamAtOnceForAnotherSession', async () => {
    browser.server.account = 'ada';
    const { tab } = await opened();
    tab.expectSuccessor(600_000);
    browser.server.sessionId = 's2';
    await refreshed(tab);
    expect(feed.streams.map(({ token }) => token.sessionId)).toEqual(['s2']);
  });

  it('goesOnWithTheNextTokenWhenItsOwnIsOldAndHoldsOneStreamOnly', async () => {
    const { tab } = await opened();
    await browser.clock.advance(200_000);
    await refreshed(tab);
    expect(feed.streams.map(({ token }) => token)).toEqual([tab.state.token]);
    expect(feed.asked).toBe(2);
  });

  it('neverRefreshesAndListensAgainWithTheTokenOfAnotherTab', async () => {
    const { tab } = await opened();
    await browser.expire(tab);
    feed.latest?.end();
    await browser.clock.advance(3_600_000);
    expect(feed.streams).toHaveLength(0);
    expect(browser.server.keys).toHaveLength(1);
    const { tab: shown } = await opened();
    expect(feed.streams.map(({ token }) => token.value)).toEqual([shown.state.token?.value]);
  });

  it('passesTheTurnOnWhenItsTokenHasRunOut', async () => {
    shareToken = false;
    const { tab: hidden } = await opened();
    await browser.clock.advance(200_000);
    const { tab: shown } = await opened();
    expect(feed.latest?.token).toBe(hidden.state.token);
    await browser.expire(hidden);
    feed.latest?.end();
    await browser.clock.advance(1_000);
    expect(feed.streams.map(({ token }) => token)).toEqual([shown.state.token]);
  });

  it('endsTheSessionWhenTheServerRefusesTheStreamForThat', async () => {
    const { tab } = await opened();
    feed.latest?.end({ kind: 'ended', reason: 'google_revoked' });
    await settle();
    expect(tab.state).toEqual({ status: 'ended', endReason: 'google_revoked' });
  });

  it('leavesARefusedTokenToTheNextRequest', async () => {
    const { tab } = await opened();
    feed.latest?.end({ kind: 'refused', status: 401, retryAfter: undefined });
    await browser.clock.advance(60_000);
    expect(feed.asked).toBe(1);
    expect(tab.state.status).toBe('active');
    await refreshed(tab);
    await browser.clock.advance(2_000);
    expect(feed.asked).toBe(2);
  });

  it('asksAServerWithoutAStreamOnce', async () => {
    const { tab } = await opened();
    feed.latest?.end({ kind: 'refused', status: 404, retryAfter: undefined });
    await browser.clock.advance(60_000);
    await refreshed(tab);
    await browser.clock.advance(60_000);
    expect(feed.asked).toBe(1);
  });

  it('listensToNobodyWhileSignedOut', async () => {
    browser.server.sessionId = undefined;
    await opened();
    expect(feed.asked).toBe(0);
  });

  it('hangsUpAtTheSignOut', async () => {
    const { tab } = await opened();
    await tab.logout();
    await settle();
    expect(feed.streams).toHaveLength(0);
    await browser.clock.advance(60_000);
    expect(feed.asked).toBe(1);
  });

  it('asksTheServerFirstWhileThePersonSignsInAgainInAnotherWindow', async () => {
    const { tab } = await opened();
    tab.expectSuccessor(600_000);
    feed.latest?.tell({ type: 'session-ended', reason: 'ended_elsewhere' });
    await browser.clock.advance(100);
    expect(tab.state.status).toBe('active');
    expect(browser.server.keys).toHaveLength(2);
  });

  it('triesAtOnceWhenTheNetworkIsBack', async () => {
    const { page } = await opened();
    feed.latest?.end({ kind: 'refused', status: 503, retryAfter: 60_000 });
    await settle();
    page.tell('online');
    await settle();
    expect(feed.asked).toBe(2);
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
    new LiveEvents(tab, { feed, turn: refusing, clock: browser.clock, page }).start();
    await tab.start();
    await settle();
    expect(refusing.asked).toBe(1);
    expect(feed.asked).toBe(0);
  });
});
