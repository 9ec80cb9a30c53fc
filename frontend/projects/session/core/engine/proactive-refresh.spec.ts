import { FakePage, settle } from '@holdfast/session/testing';
import { Browser } from './engine.fixture';
import { ProactiveRefresh } from './proactive-refresh';

describe('ProactiveRefresh', () => {
  let browser: Browser;
  let page: FakePage;

  async function open(lifetime: number): Promise<void> {
    browser = new Browser();
    browser.server.sessionId = 's1';
    browser.server.lifetime = lifetime;
    const tab = browser.newTab();
    page = browser.pages[0] ?? new FakePage();
    new ProactiveRefresh(tab, browser.clock, page, 30_000).start();
    await tab.start();
  }

  it('refreshesAheadOfExpiryInAVisibleTab', async () => {
    await open(300_000);
    await browser.clock.advance(269_999);
    expect(browser.server.keys).toHaveLength(1);
    await browser.clock.advance(100);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('refreshesEarlierByChanceButNeverByMoreThanHalf', async () => {
    await open(300_000);
    browser.clock.chance = 0.999;
    page.tell('shown');
    await browser.clock.advance(254_000);
    expect(browser.server.keys).toHaveLength(1);
    await browser.clock.advance(2_000);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('leavesAHiddenTabAloneUntilItIsShown', async () => {
    await open(300_000);
    page.shown = false;
    await browser.clock.advance(299_000);
    expect(browser.server.keys).toHaveLength(1);
    page.shown = true;
    page.tell('shown');
    await browser.clock.advance(100);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('doesNotTrustATimerThatSleptThroughTheExpiry', async () => {
    await open(300_000);
    browser.clock.sleep(3_600_000);
    page.tell('shown');
    await browser.clock.advance(100);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('leavesShortLivedTokensToDemand', async () => {
    await open(119_000);
    await browser.clock.advance(119_000);
    await settle();
    expect(browser.server.keys).toHaveLength(1);
  });

  it('triesAgainAfterAFailureWhileTheTokenLives', async () => {
    await open(300_000);
    browser.server.answer = { kind: 'unavailable', retryAfter: 5_000 };
    await browser.clock.advance(271_000);
    expect(browser.server.keys).toHaveLength(2);
    browser.server.answer = undefined;
    await browser.clock.advance(5_000);
    expect(browser.server.keys).toHaveLength(3);
  });
});
