import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Account } from './account';
import { initials } from './account-data';
import { grantWords, scopeWords } from './grant-words';

describe('Account', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<Account>;
  let page: HTMLElement;

  beforeEach(async () => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
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
    fixture = TestBed.createComponent(Account);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    const backend = TestBed.inject(HttpTestingController);
    backend
      .expectOne('/api/account')
      .flush({ id: '1', name: '<b>Ada</b> Lovelace', email: 'ada@example.com' });
    backend.expectOne('/api/google/grant').flush({
      status: 'scope_short',
      scopes: ['openid'],
      missing_scopes: ['https://www.googleapis.com/auth/drive.readonly'],
      last_failure: null,
    });
    await fixture.whenStable();
  });

  function signOut(): HTMLButtonElement | undefined {
    return [...page.querySelectorAll('button')].find((button) => button.textContent.includes('Sign out'));
  }

  it('showsWhoIAmAsTextAndNoPicture', () => {
    expect(page.textContent).toContain('<b>Ada</b> Lovelace');
    expect(page.querySelector('img, bdi b')).toBeNull();
  });

  it('saysWhatIsMissingAndLeadsToGoogle', () => {
    expect(page.textContent).toContain('A permission is missing');
    expect(page.textContent).toContain('See and download all your Drive files');
    expect(page.querySelector('app-grant-health a')?.getAttribute('href')).toBe(
      '/auth/login?return_to=%2Faccount',
    );
  });

  it('signsOut', async () => {
    signOut()?.click();
    await fixture.whenStable();
    expect(TestBed.inject(Session).endReason()).toBe('signed_out');
  });

  it('saysSoWhenSigningOutDidNotGetThrough', async () => {
    fakes.server.logoutWorks = false;
    signOut()?.click();
    await vi.waitFor(() => {
      expect(page.textContent).toContain('you are still signed in');
    });
    expect(signOut()?.disabled).toBe(false);
  });
});

describe('initials', () => {
  it.each([
    [{ id: '1', name: 'Ada Lovelace' }, 'AL'],
    [{ id: '1', name: 'ada king lovelace' }, 'AL'],
    [{ id: '1', name: 'Ada' }, 'A'],
    [{ id: '1', name: '', email: 'z@example.com' }, 'Z'],
    [{ id: '1', name: '(the) Émile' }, 'É'],
    [{ id: '1' }, ''],
  ])('of%oAre%s', (profile, letters) => {
    expect(initials(profile)).toBe(letters);
  });
});

describe('grantWords', () => {
  it.each([
    ['active', 'good'],
    ['degraded', 'trouble'],
    ['scope_short', 'trouble'],
    ['revoked', 'bad'],
    ['reauth_required', 'bad'],
    ['blocked_by_policy', 'bad'],
    ['client_rejected', 'bad'],
    ['never heard of', 'trouble'],
  ])('of%sAre%s', (status, tone) => {
    expect(grantWords(status).tone).toBe(tone);
  });

  it('saysEachPermissionOnce', () => {
    expect(scopeWords(['email', 'https://www.googleapis.com/auth/userinfo.email'])).toHaveLength(1);
  });
});
