import { settle } from '@holdfast/session/testing';
import { Browser } from './engine.fixture';
import { LogoutUnavailableError, RefreshUnavailableError, SessionEndedError } from './errors';

describe('SessionEngine in one tab', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
  });

  it('restoreWhenSignedInThenActiveWithTheTokenInMemory', async () => {
    const tab = await browser.openTab();
    expect(tab.state).toMatchObject({ status: 'active', token: { value: 'token-1', sessionId: 's1' } });
  });

  it('restoreWhenSignedInThenActiveBeforeTheOtherTabsHear', async () => {
    const tab = browser.newTab();
    const said: string[] = [];
    vi.spyOn(browser.channels.messages, 'push').mockImplementation((message) => {
      said.push(`${message.type} while ${tab.state.status}`);
      return said.length;
    });
    await tab.start();
    expect(said).toEqual([
      'refreshing while restoring',
      'answered while restoring',
      'refreshed while active',
    ]);
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

  it('refreshWhenSupersededThenOnceMoreWithAFreshKeyAndNobodyIsSignedOut', async () => {
    const tab = await browser.openTab();
    await browser.expire(tab);
    browser.server.answer = { kind: 'superseded' };
    const asking = tab.refresh();
    await browser.clock.advance(60);
    browser.server.answer = undefined;
    await browser.clock.advance(60);
    await expect(asking).resolves.toMatchObject({ value: 'token-3' });
    expect(new Set(browser.server.keys).size).toBe(3);
    expect(tab.state.status).toBe('active');
  });

  it('refreshWhenSupersededTwiceThenUnreachableAndTriedAgainLater', async () => {
    const tab = await browser.openTab();
    await browser.expire(tab);
    browser.server.answer = { kind: 'superseded', trouble: { status: 409, code: 'refresh_superseded' } };
    const asking = tab.refresh();
    const failing = expect(asking).rejects.toBeInstanceOf(RefreshUnavailableError);
    await browser.clock.advance(120);
    await failing;
    expect(browser.server.keys).toHaveLength(3);
    expect(tab.state.status).toBe('unreachable');

    browser.server.answer = undefined;
    await browser.clock.advance(2_000);
    expect(tab.state.status).toBe('active');
  });

  it('authorizeWhenTheTokenIsFreshThenNoRefresh', async () => {
    const tab = await browser.openTab();
    await expect(tab.authorize()).resolves.toMatchObject({ value: 'token-1' });
    expect(browser.server.keys).toHaveLength(1);
  });

  it('authorizeWhenTwentyAskWithAnExpiredTokenThenOneRefresh', async () => {
    const tab = await browser.openTab();
    await browser.expire(tab);
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

  it('endOwnWhenARefreshIsInFlightThenItsAnswerRevivesNothing', async () => {
    const tab = await browser.openTab();
    let answerNow: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answerNow = resolve));
    const outcome = expect(tab.refresh()).rejects.toMatchObject({ reason: 'erased' });
    await browser.clock.advance(60);
    tab.endOwn('erased');
    answerNow();
    await outcome;
    expect(tab.state).toEqual({ status: 'ended', endReason: 'erased' });
  });

  it('endOwnWhenNobodyIsSignedInThenNothingChanges', async () => {
    browser.server.sessionId = undefined;
    const tab = await browser.openTab();
    tab.endOwn('erased');
    expect(tab.state).toEqual({ status: 'anonymous' });
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
