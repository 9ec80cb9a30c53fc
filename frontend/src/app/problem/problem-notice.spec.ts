import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideSession, sessionInterceptor } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Failure, plainFailure } from './failure';
import { ProblemNotice } from './problem-notice';

describe('ProblemNotice', () => {
  let fixture: ComponentFixture<ProblemNotice>;
  let element: HTMLElement;
  let fakes: SessionFakes;

  beforeEach(() => {
    vi.useFakeTimers();
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideSession(),
        fakes.providers,
      ],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function show(failure: Partial<Failure>): Promise<void> {
    fixture = TestBed.createComponent(ProblemNotice);
    fixture.componentRef.setInput('failure', { ...plainFailure('unexpected'), ...failure });
    fixture.componentRef.setInput('what', 'It did not work.');
    fixture.componentRef.setInput('returnTo', '/files');
    element = fixture.nativeElement as HTMLElement;
    await vi.advanceTimersByTimeAsync(0);
  }

  it('holdsTheNextTryBackUntilTheServerAllowsIt', async () => {
    await show({ code: 'google_unavailable', retryAt: Date.now() + 3_000 });
    const button = element.querySelector('button');
    expect(button?.disabled).toBe(true);
    expect(element.textContent.replace(/\s+/g, ' ')).toContain('You can try again in 3 seconds');
    await vi.advanceTimersByTimeAsync(3_100);
    expect(button?.disabled).toBe(false);
  });

  it('saysThatTheNextTryComesByItself', async () => {
    await show({ code: 'google_unavailable', retryAt: Date.now() + 3_000 });
    fixture.componentRef.setInput('heals', true);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(element.textContent.replace(/\s+/g, ' ')).toContain('Tries again by itself in 1 second');
  });

  it.each([
    ['internal_error', 'error'],
    ['google_unavailable', 'warning'],
    ['google_forbidden', 'info'],
  ])('looksFor%sLikeA%s', async (code, level) => {
    await show({ code });
    expect(element.className).toBe(level);
  });

  it('movesTheFocusToTheHeadingAboveBeforeItAsksForAnotherTry', async () => {
    await show({ code: 'google_error' });
    const [above, below] = [document.createElement('h2'), document.createElement('h2')];
    element.before(document.createElement('h1'), above);
    element.after(below);
    let focused: Element | null = null;
    fixture.componentInstance.retry.subscribe(() => (focused = document.activeElement));
    element.querySelector('button')?.click();
    expect(focused).toBe(above);
  });

  it('offersTheServersOwnSignInLink', async () => {
    await show({ code: 'google_scope_missing', signIn: '/auth/login?scope=x' });
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/auth/login?scope=x&return_to=%2Ffiles');
    expect(element.querySelector('button')).toBeNull();
  });

  const MISSING = {
    code: 'google_scope_missing',
    missingScopes: ['drive'],
    signIn: '/auth/login?scope=drive',
  };

  async function pressAllow(): Promise<number[]> {
    const retries: number[] = [];
    fixture.componentInstance.retry.subscribe(() => retries.push(1));
    element.querySelector('a')?.click();
    await vi.advanceTimersByTimeAsync(0);
    return retries;
  }

  /** The window has come to its end; time goes on. */
  async function afterwards(): Promise<string> {
    await fakes.clock.advance(100);
    for (const grant of TestBed.inject(HttpTestingController).match('/api/google/grant'))
      grant.flush({ scopes: ['drive'] });
    await vi.advanceTimersByTimeAsync(0);
    return element.querySelector('[role=status]')?.textContent.trim() ?? '';
  }

  it('asksForThePermissionInAWindowOfItsOwnAndThenTriesAgainOnce', async () => {
    await show(MISSING);
    const retries = await pressAllow();
    expect(fakes.popups.opened).toEqual(['/auth/login?scope=drive&return_to=%2Fconsent%3Fflow%3D1']);
    expect(element.textContent).toContain('Finish at Google');
    expect(retries).toEqual([]);
    fakes.popups.returns();
    await expect(afterwards()).resolves.toBe('');
    expect(retries).toEqual([1]);
  });

  it.each([
    ['cancelled', 'did not allow it at Google'],
    ['other_account', 'another account'],
    ['brand_new', 'did not work out'],
  ])('saysWhatBecameOfItWhenGoogleComesBackWith%s', async (reason, words) => {
    await show(MISSING);
    const retries = await pressAllow();
    fakes.popups.returns(reason);
    await expect(afterwards()).resolves.toContain(words);
    expect(retries).toEqual([]);
  });

  it('saysThatNothingHasChangedWhenTheWindowIsClosed', async () => {
    await show({ ...MISSING, missingScopes: ['drive', 'calendar'] });
    await pressAllow();
    fakes.popups.isLeft();
    await expect(afterwards()).resolves.toContain('before you had finished');
  });

  it('goesToGoogleItselfWhereWindowsAreBlocked', async () => {
    fakes.popups.blocked = true;
    fakes.page.address = '/files';
    await show(MISSING);
    await pressAllow();
    expect(fakes.page.left).toEqual(['/auth/login?scope=drive&return_to=%2Ffiles']);
  });

  it.each(['https://elsewhere.example/auth/login', '//elsewhere.example/auth/login', '/other'])(
    'offersNoSignInLinkTo%s',
    async (signIn) => {
      await show({ code: 'google_scope_missing', signIn });
      expect(element.querySelector('a')).toBeNull();
    },
  );

  it('linksToGoogleDriveWithoutGivingAnythingAway', async () => {
    await show({ code: 'not_downloadable', webViewLink: 'https://drive.google.com/x' });
    const link = element.querySelector('a');
    expect(link?.href).toBe('https://drive.google.com/x');
    expect(link?.rel).toBe('noopener noreferrer');
  });

  it('makesNoLinkOfAScript', async () => {
    await show({ code: 'not_downloadable', webViewLink: 'javascript:alert(1)' });
    expect(element.querySelector('a')).toBeNull();
  });

  it('saysWhichPermissionIsMissing', async () => {
    await show({
      code: 'google_scope_missing',
      missingScopes: ['https://www.googleapis.com/auth/drive.readonly'],
    });
    expect(element.querySelector('li')?.textContent).toBe('See and download all your Drive files');
  });

  it('offersToLoadThePageAnewWhenOnlyThatHelps', async () => {
    await show({ code: 'invalid_request' });
    expect([...element.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual([
      'Try again',
    ]);
  });
});
