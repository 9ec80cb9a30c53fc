import { ListeningBrowser } from './live-events.fixture';

describe('The tokens of LiveEvents', () => {
  let browser: ListeningBrowser;

  beforeEach(() => {
    browser = new ListeningBrowser();
  });

  it('keepsItsStreamWhileTabsThatOpenBringNewerTokens', async () => {
    const { tab } = await browser.opened(false);
    const first = tab.state.token;
    for (let opening = 0; opening < 5; opening++) {
      await browser.clock.advance(2_000);
      await browser.opened(false);
    }
    await browser.refreshed(tab);
    expect(tab.state.token).not.toBe(first);
    expect(browser.feed.streams.map(({ token }) => token)).toEqual([first]);
    expect(browser.feed.asked).toBe(1);
  });

  it('changesItsStreamAtOnceForAnotherSession', async () => {
    browser.server.account = 'ada';
    const { tab } = await browser.opened();
    tab.expectSuccessor(600_000);
    browser.server.sessionId = 's2';
    await browser.refreshed(tab);
    expect(browser.feed.streams.map(({ token }) => token.sessionId)).toEqual(['s2']);
  });

  it('goesOnWithTheNextTokenWhenItsOwnIsOldAndHoldsOneStreamOnly', async () => {
    const { tab } = await browser.opened();
    await browser.clock.advance(200_000);
    await browser.refreshed(tab);
    expect(browser.feed.streams.map(({ token }) => token)).toEqual([tab.state.token]);
    expect(browser.feed.asked).toBe(2);
  });

  it('neverRefreshesAndListensAgainWithTheTokenOfAnotherTab', async () => {
    const { tab } = await browser.opened();
    await browser.expire(tab);
    browser.feed.latest?.end();
    await browser.clock.advance(3_600_000);
    expect(browser.feed.streams).toHaveLength(0);
    expect(browser.server.keys).toHaveLength(1);
    const { tab: shown } = await browser.opened();
    expect(browser.feed.streams.map(({ token }) => token.value)).toEqual([shown.state.token?.value]);
  });

  it('passesTheTurnOnWhenItsTokenHasRunOut', async () => {
    const { tab: hidden } = await browser.opened(false);
    await browser.clock.advance(200_000);
    const { tab: shown } = await browser.opened(false);
    expect(browser.feed.latest?.token).toBe(hidden.state.token);
    await browser.expire(hidden);
    browser.feed.latest?.end();
    await browser.clock.advance(1_000);
    expect(browser.feed.streams.map(({ token }) => token)).toEqual([shown.state.token]);
  });

  it('leavesARefusedTokenToTheNextRequest', async () => {
    const { tab } = await browser.opened();
    browser.feed.latest?.end({ kind: 'refused', status: 401, retryAfter: undefined });
    await browser.clock.advance(60_000);
    expect(browser.feed.asked).toBe(1);
    expect(tab.state.status).toBe('active');
    await browser.refreshed(tab);
    await browser.clock.advance(2_000);
    expect(browser.feed.asked).toBe(2);
  });
});
