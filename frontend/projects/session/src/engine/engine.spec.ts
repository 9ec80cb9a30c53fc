import { settle } from '@holdfast/session/testing';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';
import { LogoutUnavailableError, RefreshUnavailableError, SessionEndedError } from './errors';

describe('SessionEngine in one tab', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  async function expire(tab: SessionEngine): Promise<void> {
    await browser.clock.advance((tab.state.token?.expiresAt ?? 0) - browser.clock.now());
  }

  it('restoreWhenSignedInThenActiveWithTheTokenInMemory', async () => {
    const tab = await browser.openTab();
    expect(tab.state).toMatchObject({ status: 'active', token: { value: 'token-1', sessionId: 's1' } });
  });

  it('restoreWhenNeverSignedInThenAnonymousWithoutReason', async () => {
    browser.server.sessionId = undefined;
    const tab = await browser.openTab();
    expect(tab.state).toEqual({ status: 'anonymous' });
    expect(browser.keys.key).toBeUndefined();
    await expect(tab.authorize()).rejects.toBeInstanceOf(SessionEndedError);
    expect(browser.server.keys).toHaveLength(1);
  });

  it('restoreWhenTheSessionHasEndedThenEndedWithItsReason', async () => {
    browser.server.answer = { kind: 'ended', reason: 'idle' };
    const tab = await browser.openTab();
    expect(tab.state).toEqual({ status: 'ended', endReason: 'idle' });
  });

  it('authorizeWhenTheTokenIsFreshThenNoRefresh', async () => {
    const tab = await browser.openTab();
    await expect(tab.authorize()).resolves.toMatchObject({ value: 'token-1' });
    expect(browser.server.keys).toHaveLength(1);
  });

  it('authorizeWhenTwentyAskWithAnExpiredTokenThenOneRefresh', async () => {
    const tab = await browser.openTab();
    await expire(tab);
    const asked = Promise.all(Array.from({ length: 20 }, () => tab.authorize()));
    await browser.clock.advance(60);
    expect(new Set((await asked).map(({ value }) => value))).toEqual(new Set(['token-2']));
    expect(browser.lock.asked).toBe(2);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('authorizeWhenTheTokenEndsWithinSecondsThenRefreshesBefore', async () => {
    const tab = await browser.openTab();
    await browser.clock.advance(browser.server.lifetime - 4_000);
    const asked = tab.authorize();
    await browser.clock.advance(60);
    await expect(asked).resolves.toMatchObject({ value: 'token-2' });
  });

  it('authorizeWhenAnOlderTokenWasRefusedThenGivesTheNewerWithoutRefresh', async () => {
    const tab = await browser.openTab();
    const old = tab.state.token;
    const asked = tab.authorize(old);
    await browser.clock.advance(60);
    await asked;
    await expect(tab.authorize(old)).resolves.toMatchObject({ value: 'token-2' });
    expect(browser.server.keys).toHaveLength(2);
  });

  it.each([{ kind: 'unavailable' } as const, { kind: 'unavailable', retryAfter: 9_000 } as const])(
    'refreshWhen%oThenStillSignedInAndBackingOff',
    async (answer) => {
      const tab = await browser.openTab();
      await expire(tab);
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
    await expire(tab);
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

  it('refreshWhenThereIsNoCookieAnyMoreThenEndedWithoutReason', async () => {
    const tab = await browser.openTab();
    browser.server.sessionId = undefined;
    const outcome = expect(tab.refresh()).rejects.toBeInstanceOf(SessionEndedError);
    await browser.clock.advance(60);
    await outcome;
    expect(tab.state).toEqual({ status: 'ended', endReason: undefined });
  });

  it('refreshWhenAnotherSessionLivesInTheBrowserThenForgetsAllAndReloads', async () => {
    const tab = await browser.openTab();
    browser.server.sessionId = 's2';
    const outcome = expect(tab.refresh()).rejects.toBeInstanceOf(SessionEndedError);
    await browser.clock.advance(60);
    await outcome;
    expect(tab.state).toEqual({ status: 'restoring' });
    expect(browser.pages[0]?.reloads).toBe(1);
    await expect(tab.authorize()).rejects.toBeInstanceOf(SessionEndedError);
  });

  it('endWhenToldOfAnOlderSessionThenTheNewerLivesOn', async () => {
    const tab = await browser.openTab();
    tab.end('s0', 'expired');
    expect(tab.state.status).toBe('active');
    tab.end('s1', 'google_revoked');
    expect(tab.state).toEqual({ status: 'ended', endReason: 'google_revoked' });
  });

  it('logoutWhenConfirmedThenEndedAndTheKeyIsGone', async () => {
    const tab = await browser.openTab();
    expect(browser.keys.key).toBeDefined();
    await tab.logout();
    expect(tab.state).toEqual({ status: 'ended', endReason: 'signed_out' });
    expect(browser.keys.key).toBeUndefined();
  });

  it('logoutWhenNotConfirmedThenSaysSoAndStaysSignedIn', async () => {
    const tab = await browser.openTab();
    browser.server.logoutWorks = false;
    await expect(tab.logout()).rejects.toBeInstanceOf(LogoutUnavailableError);
    expect(tab.state.status).toBe('active');
  });

  it('logoutWhenARefreshIsInFlightThenComesAfterItAndNoneFollows', async () => {
    const tab = await browser.openTab();
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    void tab.refresh();
    await browser.clock.advance(60);
    const leaving = tab.logout();
    await settle();
    expect(browser.server.logouts).toBe(0);
    answerNow();
    await leaving;
    expect(browser.server.logouts).toBe(1);
    await expect(tab.refresh()).rejects.toBeInstanceOf(SessionEndedError);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('refuseWhenTheServerCannotConfirmThenEndedAllTheSame', async () => {
    const tab = await browser.openTab();
    browser.server.logoutWorks = false;
    await Promise.all([tab.refuse(), tab.refuse()]);
    expect(tab.state).toEqual({ status: 'ended', endReason: 'refused' });
    expect(browser.server.logouts).toBe(1);
  });
});
