import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Activity } from './activity';
import { activityWords, endWords, isUnexpectedEnd } from './activity-words';
import { grantWords } from './grant-words';

const REASONS =
  'signed_out ended_elsewhere idle expired token_reused google_revoked google_reauth google_policy google_client_rejected google_signed_out google_account_at_risk disconnected erased account_disabled ended_by_administrator';
const TYPES =
  'signed_in session_ended grant_refresh_failed grant_lost grant_healed disconnected token_reuse_detected signal_received';
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

describe('activityWords', () => {
  it.each(TYPES.split(' '))('of%sAreItsOwn', (type) => {
    expect(activityWords({ at: '', type }).title).not.toBe(activityWords({ at: '', type: 'unknown' }).title);
  });

  it.each(REASONS.split(' '))('tellWhyASessionEnded%s', (reason) => {
    expect(activityWords({ at: '', type: 'session_ended', reason }).text).toBe(endWords(reason));
    expect(endWords(reason)).not.toBe(endWords('unknown'));
  });

  it.each(['brand_new', 'constructor', '<b>'])('neverShowACodeLike%s', (code) => {
    const { title, text } = activityWords({ at: '', type: 'session_ended', reason: code });
    expect(title).not.toContain(code);
    expect(text).toBe('The reason is not known.');
    expect(activityWords({ at: '', type: code }).title).toBe('Other event');
  });

  it.each(
    'sessions-revoked tokens-revoked token-revoked account-disabled account-enabled account-purged account-credential-change-required'.split(
      ' ',
    ),
  )('tellWhatGoogleReported%s', (reason) => {
    const { text } = activityWords({ at: '', type: 'signal_received', reason });
    expect(text).not.toBe('');
    expect(text).not.toContain(reason);
  });

  it('promiseNothingThatTheStateOfTheConnectionDoesNot', () => {
    const { text } = activityWords({ at: '', type: 'grant_refresh_failed', reason: 'timeout' });
    expect(text).toContain('tries again the next time you open your files');
    expect(grantWords('degraded').text).toContain('tries again the next time you open your files');
  });

  it('doNotTakeSigningOutForUnexpected', () => {
    expect(isUnexpectedEnd({ at: '', type: 'session_ended', reason: 'signed_out' })).toBe(false);
    expect(isUnexpectedEnd({ at: '', type: 'session_ended', reason: 'idle' })).toBe(true);
    expect(isUnexpectedEnd({ at: '', type: 'signed_in' })).toBe(false);
  });
});

describe('Activity', () => {
  let fixture: ComponentFixture<Activity>;
  let page: HTMLElement;
  let backend: HttpTestingController;
  let fakes: SessionFakes;

  beforeEach(async () => {
    localStorage.clear();
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.account = 'ada';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideSession(),
        fakes.providers,
      ],
    });
    await TestBed.inject(Session).settled();
    fixture = TestBed.createComponent(Activity);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    backend = TestBed.inject(HttpTestingController);
  });

  function daysAgo(days: number): string {
    return new Date(Date.now() - days * 86_400_000).toISOString();
  }

  /** Opens the page again, with an end before the one that was put away. */
  async function openedLater(): Promise<HTMLElement> {
    const later = TestBed.createComponent(Activity);
    TestBed.tick();
    const end = { at: daysAgo(1.5), type: 'session_ended', reason: 'expired' };
    backend.expectOne('/api/account/activity').flush({ events: [end], next: null });
    await later.whenStable();
    return later.nativeElement as HTMLElement;
  }

  async function signedOut(days: number): Promise<void> {
    const end = { at: daysAgo(days), type: 'session_ended', reason: 'idle', user_agent: CHROME };
    backend.expectOne('/api/account/activity').flush({ events: [end], next: null });
    await fixture.whenStable();
  }

  it('tellsDayByDayAndWhyIWasSignedOut', async () => {
    backend.expectOne('/api/account/activity').flush({
      events: [
        { at: daysAgo(1), type: 'signed_in', user_agent: CHROME, address: '192.0.2.1' },
        { at: daysAgo(2), type: 'session_ended', reason: 'idle', user_agent: CHROME },
        { at: daysAgo(4), type: 'session_ended', reason: 'signed_out' },
      ],
      next: null,
    });
    await fixture.whenStable();
    expect(page.querySelectorAll('section')).toHaveLength(3);
    const line = page.querySelector('section li')?.textContent;
    expect(line).toContain('You signed in');
    expect(line).toContain('Chrome on Windows');
    expect(line).toContain('192.0.2.1');
    expect(page.querySelector('mat-card')?.textContent).toMatch(/Why were you signed out.*not used/su);
  });

  it('hasNoAnswerForWhoWasNeverSignedOutAgainstTheirWill', async () => {
    backend
      .expectOne('/api/account/activity')
      .flush({ events: [{ at: '2026-03-03T10:00:00Z', type: 'signed_in' }] });
    await fixture.whenStable();
    expect(page.querySelector('mat-card')).toBeNull();
  });

  it('isNoNewsInTheBrowserThatSignedTheOthersOut', async () => {
    const reason = 'ended_elsewhere';
    const end = { at: daysAgo(1), type: 'session_ended', reason, user_agent: navigator.userAgent };
    backend.expectOne('/api/account/activity').flush({ events: [end, end], next: null });
    await fixture.whenStable();
    expect(page.querySelector('mat-card')).toBeNull();
    expect(page.querySelectorAll('section li')).toHaveLength(1);
    expect(page.querySelector('section li')?.textContent).toMatch(
      /2 sessions ended.*Signed out from another/su,
    );
    expect(page.textContent).toContain('Showing all events (1)');
  });

  it('tellsOneCauseOnce', async () => {
    const end = { at: daysAgo(1), type: 'session_ended', reason: 'google_revoked', user_agent: CHROME };
    const events = [end, end, { at: end.at, type: 'grant_lost', reason: 'google_revoked' }];
    backend.expectOne('/api/account/activity').flush({ events, next: null });
    await fixture.whenStable();
    expect(page.querySelectorAll('section li')).toHaveLength(1);
    expect(page.querySelector('section li')?.textContent).toMatch(
      /Google access ended.*2 sessions ended with it: Chrome on Windows/su,
    );
  });

  it('doesNotAnswerWhatIsNoNewsAnyMore', async () => {
    await signedOut(8);
    expect(page.querySelector('mat-card')).toBeNull();
    expect(page.querySelectorAll('section li')).toHaveLength(1);
  });

  it('doesNotAnswerAgainWhatWasPutAway', async () => {
    await signedOut(1);
    page.querySelector<HTMLButtonElement>('mat-card button')?.click();
    await fixture.whenStable();
    expect(page.querySelector('mat-card')).toBeNull();
    expect((await openedLater()).querySelector('mat-card')).toBeNull();
  });

  it('hidesNothingFromWhoDidNotPutItAway', async () => {
    await signedOut(1);
    page.querySelector<HTMLButtonElement>('mat-card button')?.click();
    fakes.server.account = 'bruno';
    await TestBed.inject(Session).refresh();
    expect((await openedLater()).querySelector('mat-card')).not.toBeNull();
  });

  it('goesOnWhereThePageBeforeEnded', async () => {
    const event = { at: '2026-03-03T10:00:00Z', type: 'signed_in' };
    backend.expectOne('/api/account/activity').flush({ events: [event], next: 'a/b' });
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    backend.expectOne('/api/account/activity?before=a/b').flush({ events: [event], next: null });
    await fixture.whenStable();
    expect(page.querySelectorAll('li')).toHaveLength(2);
    expect(document.activeElement).toBe(page.querySelectorAll('li')[1]);
  });

  it('showsTextsFromOutsideAsText', async () => {
    const user_agent = '<img src=x onerror=alert(1)>';
    backend.expectOne('/api/account/activity').flush({
      events: [{ at: '2026-03-03T10:00:00Z', type: 'signed_in', user_agent }],
    });
    await fixture.whenStable();
    expect(page.querySelector('li bdi')?.textContent).toBe(user_agent);
    expect(page.querySelector('img')).toBeNull();
  });

  it('saysThatItCouldNotBeLoadedAndNotThatNothingHappened', async () => {
    const refused = { status: 503, statusText: 'Unavailable' };
    backend.expectOne('/api/account/activity').flush({ code: 'storage_unavailable' }, refused);
    await vi.waitFor(() => {
      expect(page.textContent).toContain('could not be loaded');
    });
    expect(page.textContent).not.toContain('Nothing has happened');
  });
});
