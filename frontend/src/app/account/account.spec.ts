import { LiveAnnouncer } from '@angular/cdk/a11y';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogState } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { ANNOUNCED_FOR } from '../ui/announced';
import { Account } from './account';

describe('Account', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<Account>;
  let page: HTMLElement;
  let backend: HttpTestingController;

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
    backend = TestBed.inject(HttpTestingController);
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

  afterEach(async () => {
    TestBed.inject(MatDialog).closeAll();
    await vi.waitFor(() => {
      expect(document.querySelector('mat-dialog-container')).toBeNull();
    });
  });

  function button(words: string, within: ParentNode = page): HTMLButtonElement {
    const found = [...within.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (!found) throw new Error(`no button says ${words}`);
    return found;
  }

  async function dialog(): Promise<HTMLElement> {
    return vi.waitFor(() => {
      const shown = document.querySelector<HTMLElement>('mat-dialog-container');
      if (!shown?.querySelector('li')) throw new Error('no dialog');
      return shown;
    });
  }

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
      '/auth/login?return_to=%2Faccount&login_hint=ada%40example.com',
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
    expect(signOut()?.ariaDisabled).not.toBe('true');
  });

  it('asksGoogleItselfAndTellsTheOutcomeAlsoToScreenReaders', async () => {
    const announced = vi.spyOn(TestBed.inject(LiveAnnouncer), 'announce');
    button('Check with Google').click();
    const request = backend.expectOne({ method: 'POST', url: '/api/google/grant/check' });
    request.flush({ status: 'active', checked_at: new Date().toISOString() });
    await fixture.whenStable();
    expect(announced).toHaveBeenLastCalledWith('Google connection: Connected', ANNOUNCED_FOR);
    expect(page.querySelector('app-grant-health')?.textContent).toContain('Checked with Google');
  });

  it('saysThatItCouldNotBeCheckedAndShowsTheConnectionAsItIsThen', async () => {
    button('Check with Google').click();
    backend
      .expectOne('/api/google/grant/check')
      .flush({ code: 'google_unavailable' }, { status: 503, statusText: 'Unavailable' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('could not be checked');
    });
    TestBed.tick();
    backend.expectOne('/api/google/grant').flush({ status: 'degraded' });
    await fixture.whenStable();
    expect(page.textContent).toContain('Google did not answer the last time');
  });

  it('asksGoogleOnceHoweverOftenTheButtonIsPressed', () => {
    button('Check with Google').click();
    button('Check').click();
    backend.expectOne('/api/google/grant/check');
  });

  it('doesNotOfferToCheckWhatOnlySigningInMends', async () => {
    button('Check with Google').click();
    backend.expectOne('/api/google/grant/check').flush({ status: 'revoked' });
    await fixture.whenStable();
    expect(page.textContent).not.toContain('Check with Google');
  });

  it('asksBeforeItDisconnectsAndTellsAllTabsWhyTheyAreSignedOut', async () => {
    button('Disconnect').click();
    const question = await dialog();
    expect(question.textContent).toContain('signed out on all your devices');
    backend.expectNone('/api/google/grant');
    button('Disconnect', question).click();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/google/grant' }));
    fakes.server.answer = { kind: 'ended', reason: 'disconnected' };
    request.flush(null, { status: 204, statusText: 'No Content' });
    await vi.waitFor(() => {
      expect(TestBed.inject(Session).endReason()).toBe('disconnected');
    });
  });

  it('leavesEverythingAsItIsWhenThePersonThinksBetterOfIt', async () => {
    button('Disconnect').click();
    button('Cancel', await dialog()).click();
    await fixture.whenStable();
    backend.expectNone(() => true);
    expect(TestBed.inject(Session).status()).toBe('active');
  });

  it('saysThatDisconnectingDidNotWork', async () => {
    button('Disconnect').click();
    button('Disconnect', await dialog()).click();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/google/grant' }));
    request.flush({ code: 'storage_unavailable' }, { status: 503, statusText: 'Unavailable' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('You may still be connected.');
    });
    expect(TestBed.inject(Session).status()).toBe('active');
  });

  it('erasesOnlyWhatWasUnderstood', async () => {
    button('Delete your account').click();
    const question = await dialog();
    const yes = button('Delete everything', question);
    expect(yes.ariaDisabled).toBe('true');
    yes.click();
    expect(TestBed.inject(MatDialog).openDialogs[0]?.getState()).toBe(MatDialogState.OPEN);
    question.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await vi.waitFor(() => {
      expect(yes.ariaDisabled).not.toBe('true');
    });
    yes.click();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    fakes.server.answer = { kind: 'ended', reason: 'erased' };
    request.flush(null, { status: 204, statusText: 'No Content' });
    await vi.waitFor(() => {
      expect(TestBed.inject(Session).endReason()).toBe('erased');
    });
  });

  it.each([
    ['Disconnect', 'Disconnect', '/api/google/grant', 'disconnected'],
    ['Delete your account', 'Delete everything', '/api/account', 'erased'],
  ])('%sSignsOutThoughTheServerCannotBeAskedAfterwards', async (opener, yes, url, reason) => {
    button(opener).click();
    const question = await dialog();
    question.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await vi.waitFor(() => {
      expect(button(yes, question).ariaDisabled).not.toBe('true');
    });
    button(yes, question).click();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url }));
    fakes.server.answer = { kind: 'unavailable', retryAfter: 60_000 };
    request.flush(null, { status: 204, statusText: 'No Content' });
    await fakes.clock.advance(1_000);
    expect(TestBed.inject(Session).status()).toBe('ended');
    expect(TestBed.inject(Session).endReason()).toBe(reason);
  });

  it('takesItsQuestionAlongWhenItGoes', async () => {
    button('Delete your account').click();
    await dialog();
    fixture.destroy();
    await vi.waitFor(() => {
      expect(document.querySelector('mat-dialog-container')).toBeNull();
    });
  });
});
