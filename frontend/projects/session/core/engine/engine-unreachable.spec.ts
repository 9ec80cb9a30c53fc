import { settle } from '@holdfast/session/testing';
import { Browser } from './engine.fixture';
import { RefreshUnavailableError } from './errors';

describe('SessionEngine in one tab, with the server out of reach', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  it.each([{ kind: 'unavailable' } as const, { kind: 'unavailable', retryAfter: 9_000 } as const])(
    'refreshWhen%oThenStillSignedInAndBackingOff',
    async (answer) => {
      const tab = await browser.openTab();
      await browser.expire(tab);
      browser.server.answer = answer;
      const asked = tab.authorize();
      const outcome = expect(asked).rejects.toBeInstanceOf(RefreshUnavailableError);
      await browser.clock.advance(60);
      await outcome;
      expect(tab.state.status).toBe('unreachable');
      const sent = browser.server.keys.length;
      await expect(tab.authorize()).rejects.toMatchObject({
        retryAt: browser.clock.now() + ('retryAfter' in answer ? 9_000 : 1_000),
      });
      expect(browser.server.keys).toHaveLength(sent);
    },
  );

  it('refreshWhenUnavailableButTheTokenIsStillValidThenTheTokenServes', async () => {
    const tab = await browser.openTab();
    await browser.clock.advance(browser.server.lifetime - 4_000);
    browser.server.answer = { kind: 'unavailable' };
    const asked = tab.authorize();
    await browser.clock.advance(60);
    await expect(asked).resolves.toMatchObject({ value: 'token-1' });
  });

  it('restoreWhenUnreachableThenTriesAgainByItselfLaterAndLater', async () => {
    browser.server.answer = { kind: 'unavailable' };
    const tab = await browser.openTab();
    expect(tab.state.status).toBe('unreachable');
    await browser.clock.advance(999);
    expect(browser.server.keys).toHaveLength(1);
    await browser.clock.advance(1);
    expect(browser.server.keys).toHaveLength(2);
    await browser.clock.advance(1_999);
    expect(browser.server.keys).toHaveLength(2);
    browser.server.answer = undefined;
    await browser.clock.advance(1);
    expect(tab.state.status).toBe('active');
  });

  it('restoreWhenTheTimerFiresAMomentEarlyThenStillTriesAgain', async () => {
    browser.clock.sleep(0.2);
    browser.clock.chance = 0.3333;
    browser.server.answer = { kind: 'unavailable', retryAfter: 1_500.3 };
    const tab = await browser.openTab();
    browser.server.answer = undefined;
    await browser.clock.advance(1_510);
    expect(tab.state.status).toBe('active');
  });

  it('restoreWhenTheServerSaysWhyThenTellsItUntilItIsOver', async () => {
    const trouble = { status: 403, code: 'cross_site_request' };
    browser.server.answer = { kind: 'unavailable', trouble };
    const tab = await browser.openTab();
    expect(tab.state).toEqual({ status: 'unreachable', trouble });
    await expect(tab.authorize()).rejects.toMatchObject({ trouble });
    browser.server.answer = { kind: 'malformed-key', trouble: { status: 400, code: 'invalid_request' } };
    await browser.clock.advance(1_000);
    expect(tab.state.trouble).toEqual({ status: 400, code: 'invalid_request' });
    browser.server.answer = { kind: 'unavailable' };
    await browser.clock.advance(2_000);
    expect(tab.state).toEqual({ status: 'unreachable' });
    browser.server.answer = undefined;
    await browser.clock.advance(4_000);
    expect(tab.state.status).toBe('active');
    expect(tab.state.trouble).toBeUndefined();
  });

  it('restoreWhenToldToWaitForYearsThenTriesAgainAfterFiveMinutes', async () => {
    browser.server.answer = { kind: 'unavailable', retryAfter: 1e12 };
    const tab = await browser.openTab();
    browser.server.answer = undefined;
    await browser.clock.advance(299_999);
    expect(browser.server.keys).toHaveLength(1);
    await browser.clock.advance(1);
    expect(tab.state.status).toBe('active');
  });

  it('restoreWhenHiddenThenWaitsUntilShown', async () => {
    browser.server.answer = { kind: 'unavailable' };
    const tab = await browser.openTab();
    const page = browser.pages[0];
    if (page) page.shown = false;
    browser.server.answer = undefined;
    await browser.clock.advance(60_000);
    expect(browser.server.keys).toHaveLength(1);
    if (page) page.shown = true;
    page?.tell('shown');
    await settle();
    expect(tab.state.status).toBe('active');
  });

  it('restoreWhenTheNetworkIsBackThenTriesAtOnce', async () => {
    browser.server.answer = { kind: 'unavailable', retryAfter: 60_000 };
    const tab = await browser.openTab();
    browser.server.answer = undefined;
    browser.pages[0]?.tell('online');
    await settle();
    expect(tab.state.status).toBe('active');
  });

  it('refreshWhenNeverAnsweredThenGivesUpWaitingButTakesALateAnswer', async () => {
    const tab = await browser.openTab();
    await browser.expire(tab);
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    const outcome = expect(tab.authorize()).rejects.toBeInstanceOf(RefreshUnavailableError);
    await browser.clock.advance(8_060);
    await outcome;
    expect(tab.state.status).toBe('unreachable');
    answerNow();
    await settle();
    expect(tab.state).toMatchObject({ status: 'active', token: { value: 'token-2' } });
  });
});
