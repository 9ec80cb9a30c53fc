import { Browser } from './engine.fixture';

describe('The idempotency key of a refresh', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  it('isKeptBeforeTheRequestIsSent', async () => {
    browser.server.hold = new Promise(() => undefined);
    void browser.newTab().start();
    await browser.clock.advance(1);
    expect(browser.server.keys).toEqual([browser.keys.key]);
  });

  it('isFreshForEachRefreshWhoseFormerWasAnswered', async () => {
    const tab = await browser.openTab();
    const again = tab.refresh();
    await browser.clock.advance(60);
    await again;
    expect(new Set(browser.server.keys).size).toBe(2);
    expect(browser.keys.key).toBe(browser.server.keys[1]);
  });

  it('isRepeatedUntilAnAnswerHasArrived', async () => {
    browser.server.answer = { kind: 'unavailable' };
    const tab = await browser.openTab();
    browser.server.answer = undefined;
    await browser.clock.advance(1_000);
    expect(tab.state.status).toBe('active');
    expect(browser.server.keys[1]).toBe(browser.server.keys[0]);
  });

  it('isRepeatedByADocumentThatStarts', async () => {
    await browser.openTab();
    await browser.openTab();
    expect(browser.server.keys[1]).toBe(browser.server.keys[0]);
  });

  it('isRepeatedByAnotherTabWhenTheFirstNeverHeardTheAnswer', async () => {
    const crashing = await browser.openTab();
    const other = await browser.openTab();
    browser.server.hold = new Promise(() => undefined);
    void crashing.refresh().catch(() => undefined);
    await browser.clock.advance(8_060);
    browser.server.hold = undefined;
    const again = other.refresh();
    await browser.clock.advance(60);
    await again;
    const [, , lost, repeated] = browser.server.keys;
    expect(lost).toBeDefined();
    expect(repeated).toBe(lost);
  });

  it('isRepeatedByATabThatHasTheAnswerWhileAnotherTabStillWaitsForOne', async () => {
    const first = await browser.openTab();
    browser.server.hold = new Promise(() => undefined);
    void browser.newTab().start();
    await browser.clock.advance(8_060);
    browser.server.hold = undefined;
    const again = first.refresh();
    await browser.clock.advance(60);
    await again;
    const [answered, unanswered, repeated] = browser.server.keys;
    expect(unanswered).toBe(answered);
    expect(repeated).toBe(answered);
  });

  it('isFreshInAnotherTabThatWasToldOfTheAnswer', async () => {
    const first = await browser.openTab();
    const other = await browser.openTab();
    const again = first.refresh();
    await browser.clock.advance(60);
    await again;
    const next = other.refresh();
    await browser.clock.advance(60);
    await next;
    expect(new Set(browser.server.keys.slice(1)).size).toBe(3);
  });

  it('isThrownAwayWhenTheServerFindsItMalformed', async () => {
    browser.keys.key = 'bad';
    browser.server.answer = { kind: 'malformed-key' };
    const tab = await browser.openTab();
    expect(tab.state.status).toBe('unreachable');
    expect(browser.keys.key).toBeUndefined();
  });

  it('isRemovedWhenTheSessionHasEnded', async () => {
    await browser.openTab();
    browser.server.answer = { kind: 'ended', reason: 'expired' };
    await browser.openTab();
    expect(browser.keys.key).toBeUndefined();
  });
});
