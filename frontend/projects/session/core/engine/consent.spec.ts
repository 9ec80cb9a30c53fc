import { FakePage, FakePopups } from '@holdfast/session/testing';
import { Consent, ConsentOutcome, ScopeProblem } from './consent';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';

const PROBLEM: ScopeProblem = {
  missing_scopes: ['drive'],
  sign_in: '/auth/login?scope=drive&return_to=%2Ffiles&login_hint=ada',
};

describe('Consent', () => {
  let browser: Browser;
  let tab: SessionEngine;
  let popups: FakePopups;
  let page: FakePage;
  let scopes: readonly string[] | undefined;
  let repeated: number;

  beforeEach(async () => {
    browser = new Browser();
    browser.server.sessionId = 's1';
    browser.server.account = 'ada';
    tab = await browser.openTab();
    popups = new FakePopups();
    page = new FakePage();
    page.address = '/files?q=x';
    scopes = [];
    repeated = 0;
  });

  function ask(problem = PROBLEM): Promise<ConsentOutcome<string>> {
    const granted = () => Promise.resolve(scopes);
    return new Consent(tab, { popups, page, granted, signIn: '/auth/login' }).ask(problem, () => {
      repeated++;
      return Promise.resolve('files');
    });
  }

  /** Signs the person in again on the way: the session is another one. */
  function allow(account = 'ada'): void {
    browser.server.sessionId = 's2';
    browser.server.account = account;
    scopes = ['openid', 'drive'];
  }

  it('askWhenThePersonAllowsItThenTheRequestIsRepeatedOnceInTheirNewSession', async () => {
    const outcome = ask();
    expect(popups.opened).toEqual(['/auth/login?scope=drive&return_to=%2Fconsent%3Fflow%3D1&login_hint=ada']);
    allow();
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'granted', value: 'files' });
    expect(repeated).toBe(1);
    expect(tab.state.token?.sessionId).toBe('s2');
    expect(browser.pages[0]?.reloads).toBe(0);
  });

  it('askWhenAnotherPersonSignedInThenTheDocumentIsLoadedAgainAndNothingIsRepeated', async () => {
    const outcome = ask();
    allow('bruno');
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).rejects.toMatchObject({ name: 'SessionEndedError' });
    expect(repeated).toBe(0);
    expect(browser.pages[0]?.reloads).toBe(1);
  });

  it.each(['cancelled', 'other_account'])('askWhenGoogleComesBackWith%sThenRefused', async (reason) => {
    const outcome = ask();
    popups.returns(reason);
    await expect(outcome).resolves.toEqual({ kind: 'refused', reason });
    expect(repeated).toBe(0);
  });

  it('askWhenThePermissionIsLeftUntickedThenRefusedWithoutAReason', async () => {
    const outcome = ask();
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'refused', reason: undefined });
    expect(repeated).toBe(0);
  });

  it('askWhenThePopupIsClosedThenCancelled', async () => {
    const outcome = ask();
    popups.isLeft();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'cancelled' });
    expect(repeated).toBe(0);
    expect(tab.state.status).toBe('active');
  });

  it('askWhenThePopupIsClosedAfterThePersonAllowedItThenGranted', async () => {
    const outcome = ask();
    allow();
    popups.isLeft();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toMatchObject({ kind: 'granted' });
  });

  it('askWhenPopupsAreBlockedThenThePageGoesToGoogleAndBackToWhereItIs', async () => {
    popups.blocked = true;
    await expect(ask()).resolves.toEqual({ kind: 'leaving' });
    expect(page.left).toEqual(['/auth/login?scope=drive&return_to=%2Ffiles%3Fq%3Dx&login_hint=ada']);
  });

  it.each([
    undefined,
    null,
    'https://elsewhere.example/auth/login',
    '//elsewhere.example/auth/login',
    '/other',
  ])('askWhenTheLinkIs%sThenImpossibleAndNothingIsOpened', async (sign_in) => {
    await expect(ask({ ...PROBLEM, sign_in })).resolves.toEqual({ kind: 'impossible' });
    expect([...popups.opened, ...page.left]).toEqual([]);
  });

  it('askWhenTheServerCannotBeReachedAfterwardsThenUnconfirmed', async () => {
    const outcome = ask();
    browser.server.answer = { kind: 'unavailable' };
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'unconfirmed' });
  });

  it('askWhenTheGrantCannotBeReadThenUnconfirmed', async () => {
    scopes = undefined;
    const outcome = ask();
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'unconfirmed' });
  });

  it('askWhenAnotherTabSaysThatTheSessionEndedThenTheServerDecides', async () => {
    const other = browser.channels.connect();
    const outcome = ask();
    allow();
    other.post({ type: 'ended', sessionId: 's1', reason: 'signed_out' });
    await browser.clock.advance(100);
    expect([tab.state.status, tab.state.token?.sessionId]).toEqual(['active', 's2']);
    // A late message of a tab that is still in the previous session.
    other.post({ type: 'refreshed', sessionId: 's1', key: undefined, token: undefined });
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toMatchObject({ kind: 'granted' });
    expect(browser.pages[0]?.reloads).toBe(0);
  });

  it('askWhenAnotherTabHasTheNewSessionFirstThenItsTokenIsTaken', async () => {
    const outcome = ask();
    allow();
    await browser.openTab();
    await browser.clock.advance(100);
    expect(tab.state.token?.sessionId).toBe('s2');
    popups.returns();
    await browser.clock.advance(100);
    await expect(outcome).resolves.toMatchObject({ kind: 'granted' });
  });

  it('askWhenLongAgoThenAnotherSessionLoadsTheDocumentAgainAsEver', async () => {
    const outcome = ask();
    popups.returns('cancelled');
    await outcome;
    await browser.clock.advance(600_001);
    allow();
    await browser.openTab();
    await browser.clock.advance(100);
    expect(browser.pages[0]?.reloads).toBe(1);
  });
});
