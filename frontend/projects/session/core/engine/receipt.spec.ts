import { settle } from '@holdfast/session/testing';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';

describe('The idempotency key of a refresh', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  async function refresh(tab: SessionEngine): Promise<void> {
    const asked = tab.refresh();
    asked.catch(() => undefined);
    await browser.clock.advance(60);
    await asked;
  }

  /** Lets a refresh hang until it is given up, but be answered when the function returned is called. */
  async function hang(tab: SessionEngine): Promise<() => void> {
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    void tab.refresh().catch(() => undefined);
    await browser.clock.advance(8_060);
    browser.server.hold = undefined;
    await browser.clock.advance(2_000);
    return answerNow;
  }

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

  it('isRepeatedAsLongAsAnEarlierRefreshWithItIsUnanswered', async () => {
    const tab = await browser.openTab();
    const answerNow = await hang(tab);
    await refresh(tab);
    await refresh(tab);
    const [, held, ...repeated] = browser.server.keys;
    expect(repeated).toEqual([held, held]);
    answerNow();
    await refresh(tab);
    expect(browser.server.keys.slice(0, -1)).not.toContain(browser.server.keys.at(-1));
  });

  it('isRepeatedAsLongAsARefreshWithItIsUnansweredInAnotherTab', async () => {
    const [hanging, other] = [await browser.openTab(), await browser.openTab()];
    const answerNow = await hang(hanging);
    await refresh(other);
    await refresh(other);
    const [, , held, ...repeated] = browser.server.keys;
    expect(repeated).toEqual([held, held]);
    answerNow();
    await refresh(other);
    expect(browser.server.keys.slice(0, -1)).not.toContain(browser.server.keys.at(-1));
  });

  it('isRepeatedByATabThatOpenedAfterTheUnansweredRefreshWasSent', async () => {
    await hang(await browser.openTab());
    const late = await browser.openTab();
    await settle();
    await refresh(late);
    const [, held, ...repeated] = browser.server.keys;
    expect(repeated).toEqual([held, held]);
  });

  it('isFreshOnceAnUnansweredRefreshCountsAsLost', async () => {
    const tab = await browser.openTab();
    await hang(tab);
    await refresh(tab);
    await browser.clock.advance(600_000);
    await refresh(tab);
    expect(browser.server.keys.slice(0, -1)).not.toContain(browser.server.keys.at(-1));
  });

  it('isFreshAfterTheAnswerWhenARefreshOfAnotherTabHasFailed', async () => {
    const [failing, other] = [await browser.openTab(), await browser.openTab()];
    browser.server.answer = { kind: 'unavailable' };
    await refresh(failing).catch(() => undefined);
    browser.server.answer = undefined;
    await refresh(other);
    await refresh(other);
    const [, , failed, repeated, fresh] = browser.server.keys;
    expect(repeated).toBe(failed);
    expect(fresh).not.toBe(failed);
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
