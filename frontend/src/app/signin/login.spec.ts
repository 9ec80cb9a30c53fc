import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { RefreshAnswer, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Login } from './login';
import { isSignInOutcome } from './outcomes';
import { reasonWords } from './reasons';
import { whenSigningIn } from './when-signing-in';

const OF_SESSION =
  'signed_out ended_elsewhere ended_by_administrator idle expired token_reused google_revoked google_reauth google_policy google_client_rejected disconnected erased account_disabled google_signed_out google_account_at_risk device_changed refused';
const OF_SIGN_IN =
  'cancelled other_account cookies_missing sign_in_expired sign_in_refused account_not_allowed offline_access_missing google_unavailable google_client_rejected storage_unavailable';

describe('reasonWords', () => {
  it.each([...OF_SESSION.split(' '), ...OF_SIGN_IN.split(' ')])('of%sIsItsOwn', (code) => {
    expect(reasonWords(code)?.heading).toBeTruthy();
    expect(reasonWords(code)?.text).toBeTruthy();
    expect(reasonWords(code)).not.toEqual(reasonWords('unknown'));
  });

  it.each(['<b>you won</b>', 'constructor', '__proto__'])('of%sIsGeneralAndDoesNotRepeatIt', (code) => {
    expect(reasonWords(code)?.text).toBe('Your session has ended. Sign in to continue.');
  });

  it('ofNoCodeIsNothing', () => {
    expect(reasonWords(undefined)).toBeUndefined();
  });

  it('knowsTheOutcomesOfASignIn', () => {
    expect(OF_SIGN_IN.split(' ').every(isSignInOutcome)).toBe(true);
    expect(isSignInOutcome('expired')).toBe(false);
  });
});

describe('Login', () => {
  async function open(url: string, sessionId?: string, answer?: RefreshAnswer): Promise<HTMLElement> {
    const fakes = new SessionFakes();
    fakes.server.sessionId = sessionId;
    fakes.server.answer = answer;
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'login', component: Login, canActivate: [whenSigningIn] },
            {
              path: '**',
              loadComponent: () => import('../shell/not-found').then(({ NotFound }) => NotFound),
            },
          ],
          withComponentInputBinding(),
        ),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        fakes.providers,
      ],
    });
    const harness = await RouterTestingHarness.create(url);
    return harness.fixture.nativeElement as HTMLElement;
  }

  function link(page: HTMLElement): string | null | undefined {
    return page.querySelector('a.google')?.getAttribute('href');
  }

  /** Returns the words of every link, with its address. */
  function ways(page: HTMLElement): Record<string, string | null> {
    return Object.fromEntries(
      [...page.querySelectorAll('.ways a')].map((way) => [way.textContent.trim(), way.getAttribute('href')]),
    );
  }

  function heading(page: HTMLElement): string | undefined {
    return page.querySelector('h1')?.textContent.trim();
  }

  it('leadsToGoogleAndBackToThePageAskedFor', async () => {
    const page = await open('/login?return_to=%2Ffiles%3Fq%3Da%2526b');
    expect(link(page)).toBe('/auth/login?return_to=%2Ffiles%3Fq%3Da%2526b');
  });

  it.each(['https:%2F%2Felsewhere.example', '%2F%2Felsewhere.example', '%2F%5Celsewhere.example'])(
    'neverLeadsBackTo%s',
    async (returnTo) => {
      expect(link(await open(`/login?return_to=${returnTo}`))).toBe('/auth/login?return_to=%2F');
    },
  );

  it('saysWhyWhenThereIsAReasonAndNothingElse', async () => {
    const page = await open('/login?reason=google_revoked');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('was removed');
    expect(page.textContent).not.toContain('still signed in');
  });

  it('saysThatTheSessionHasEndedWhenNoReasonIsGiven', async () => {
    const page = await open('/login', 's1', { kind: 'ended', reason: undefined });
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Your session has ended');
  });

  it.each([
    ['', 'Your Drive files, at hand', true],
    ['?reason=signed_out', 'You’re signed out', false],
    ['?reason=idle', 'You’ve been signed out', false],
    ['?reason=google_reauth', 'Confirm it’s you', false],
  ])('headedFor%sBy%s', async (query, title, unfolded) => {
    const page = await open(`/login${query}`);
    expect(heading(page)).toBe(title);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelector('details')?.open).toBe(unfolded);
  });

  it.each([
    ['idle', { 'Sign in with Google': '/auth/login?return_to=%2F' }],
    ['google_reauth', { 'Sign in with Google': '/auth/login?return_to=%2F&prompt=consent' }],
    [
      'google_policy',
      {
        'Use another account': '/auth/login?return_to=%2F&prompt=select_account',
        'Try again': '/auth/login?return_to=%2F&prompt=consent',
      },
    ],
    [
      'account_disabled',
      {
        'Use another account': '/auth/login?return_to=%2F&prompt=select_account',
        'Try again': '/auth/login?return_to=%2F',
      },
    ],
    [
      'token_reused',
      {
        'Sign in with Google': '/auth/login?return_to=%2F',
        'Sign in and see why': '/auth/login?return_to=%2Factivity',
      },
    ],
    ['google_client_rejected', { 'Try again': '/auth/login?return_to=%2F' }],
  ])('offersAfter%sWhatHelps', async (reason, expected) => {
    expect(ways(await open(`/login?reason=${reason}`))).toEqual(expected);
  });

  it('triesAgainForTheSamePersonAfterAnotherAccountWasChosen', async () => {
    const page = await open('/login?reason=other_account&return_to=%2Ffiles', 's1');
    TestBed.tick();
    TestBed.inject(HttpTestingController)
      .expectOne('/api/google/grant')
      .flush({ missing_scopes: ['https://www.googleapis.com/auth/drive.readonly'] });
    await vi.waitFor(() => {
      expect(ways(page)['Try again']).toBe(
        '/auth/login?scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.readonly&return_to=%2Ffiles',
      );
    });
    expect(page.textContent).toContain('still signed in');
  });

  it('showsNoReasonOnTheFirstVisit', async () => {
    expect((await open('/login')).querySelector('[role=alert]')).toBeNull();
  });

  it('tellsWhoIsStillSignedInThatASecondSignInWasCancelled', async () => {
    const page = await open('/login?reason=cancelled', 's1');
    expect(page.textContent).toContain('You cancelled signing in');
    expect(page.textContent).toContain('still signed in');
  });

  it('doesNotTellWhoIsSignedInThatTheSessionHasExpired', async () => {
    expect(link(await open('/login?reason=expired', 's1'))).toBeUndefined();
  });
});
