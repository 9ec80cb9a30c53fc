import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { routes } from '../app.routes';
import { Feedback } from '../ui/feedback';
import { AdminAccount, AdminGrant } from './admin-account';

function account(id: string, more: Partial<AdminAccount> = {}): AdminAccount {
  return {
    id,
    email: `${id}@mail.example`,
    name: `<b>${id}</b>`,
    created_at: '2026-03-03T10:00:00Z',
    signed_in_at: '2026-03-03T10:00:00Z',
    grant_status: 'active',
    live_sessions: 1,
    ...more,
  };
}

function grant(status: string): AdminGrant {
  return { status, scopes: [], granted_at: '2026-03-03T10:00:00Z', refresh_tokens_issued: 1 };
}

const NO_CONTENT = { status: 204, statusText: 'No Content' };

/** The first test loads the page and the dialog. */
const PATIENCE = 20_000;

describe('An account for administrators', { timeout: PATIENCE }, () => {
  let backend: HttpTestingController;

  beforeEach(() => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.roles = ['user', 'admin'];
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(routes, withComponentInputBinding()),
        provideSession(),
        fakes.providers,
      ],
    });
    backend = TestBed.inject(HttpTestingController);
  });

  async function open(url: string): Promise<HTMLElement> {
    const harness = await RouterTestingHarness.create(url);
    TestBed.tick();
    if (!harness.routeNativeElement) throw new Error('no page');
    return harness.routeNativeElement;
  }

  function press(words: string, within: ParentNode = document): void {
    const button = [...within.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (!button) throw new Error(`no button ${words}`);
    button.click();
  }

  async function question(): Promise<Element> {
    return vi.waitFor(() => {
      const shown = document.querySelector('mat-dialog-container');
      if (!shown?.querySelector('li')) throw new Error('no dialog');
      return shown;
    });
  }

  async function openAccount(disabled: string | null = null, own = 'b1'): Promise<HTMLElement> {
    const page = await open('/admin/accounts/a1');
    await vi.waitFor(() => {
      answerDetails(disabled);
    });
    backend.expectOne('/api/account').flush({ id: own });
    (await vi.waitFor(() => backend.expectOne('/api/admin/accounts/a1/sessions'))).flush({
      sessions: [
        { id: 's8', expires_at: '2026-03-10T10:00:00Z', ends_at: '2026-05-03T10:00:00Z' },
        { id: 's9' },
      ],
    });
    answerActivity();
    await vi.waitFor(() => {
      expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
    });
    return page;
  }

  function answerDetails(disabled: string | null): void {
    backend.expectOne('/api/admin/accounts/a1').flush({
      account: account('a1', { disabled_at: disabled, name: 'Ada Okafor' }),
      grant: grant('active'),
    });
  }

  function answerActivity(): void {
    backend.expectOne('/api/admin/accounts/a1/activity').flush({
      events: ['timeout', 'http_502'].map((reason) => ({
        at: '2026-03-03T10:00:00Z',
        type: 'grant_refresh_failed',
        reason,
      })),
      next: null,
    });
  }

  it('endsASessionOnlyWhenConfirmedAndKeepsItsRow', async () => {
    const page = await openAccount();
    const [row] = [...page.querySelectorAll('app-admin-session-row')];
    if (!row) throw new Error('no session');

    press('End session', row);
    const asked = await question();
    expect(asked.textContent).toContain('Ada Okafor');
    backend.expectNone({ method: 'DELETE', url: '/api/admin/accounts/a1/sessions/s8' });
    press('End session', asked);
    (
      await vi.waitFor(() =>
        backend.expectOne({ method: 'DELETE', url: '/api/admin/accounts/a1/sessions/s8' }),
      )
    ).flush(null, NO_CONTENT);

    await vi.waitFor(() => {
      expect(row.textContent).toContain('Ended just now');
    });
    expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
    expect(TestBed.inject(Feedback).shown()?.text).toContain('Ada Okafor');
    backend.expectNone('/api/admin/accounts/a1/sessions');
    await vi.waitFor(() => {
      answerActivity();
    });
  });

  it('disablesAnAccountOnlyWhenConfirmedAndSaysWhose', async () => {
    const page = await openAccount();
    expect(TestBed.inject(Title).getTitle()).toContain('Ada Okafor');

    press('Disable account', page);
    const asked = await question();
    expect(asked.querySelector('h2')?.textContent).toContain('Ada Okafor');
    press('Disable account', asked);
    (
      await vi.waitFor(() => backend.expectOne({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' }))
    ).flush(null, NO_CONTENT);
    await vi.waitFor(() => {
      answerDetails('2026-03-04T10:00:00Z');
    });

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Nobody can sign in with this account.');
    });
    expect(page.textContent).toContain('All ended');
    expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
  });

  it('doesNotOfferToDisableTheAdministratorsOwnAccount', async () => {
    const page = await openAccount(null, 'a1');

    expect(page.textContent).toContain('This is your own account.');
    expect(
      [...page.querySelectorAll('button')].some(({ textContent }) => textContent.includes('Disable')),
    ).toBe(false);
  });

  it('asksGoogleAboutAGrantAndShowsWhatItSaid', async () => {
    const page = await openAccount();

    press('Check now', page);
    (
      await vi.waitFor(() => backend.expectOne({ method: 'POST', url: '/api/admin/accounts/a1/grant/check' }))
    ).flush({ checked_at: new Date().toISOString(), grant: grant('revoked') });

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Access removed at Google');
    });
    expect(page.textContent).toContain('Checked');
    expect(page.textContent).toContain('All ended');
    expect(page.querySelector('[role=status] app-time-ago')).toBeNull();
  });

  it('keepsThePageWhenItCannotBeLoadedAgainAfterAnAct', async () => {
    const page = await openAccount();
    press('Disable account', page);
    press('Disable account', await question());
    (
      await vi.waitFor(() => backend.expectOne({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' }))
    ).flush(null, NO_CONTENT);
    (await vi.waitFor(() => backend.expectOne('/api/admin/accounts/a1'))).flush(
      { code: 'storage_unavailable' },
      { status: 503, statusText: 'Unavailable' },
    );
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The account could not be loaded.');
    });
    expect(page.textContent).toContain('Nobody can sign in with this account.');
    expect(page.textContent).toContain('Enable account');
    expect(page.querySelector('[role=status] app-time-ago')).toBeNull();
  });

  it('writesNothingIntoThePageOfAnotherAccount', async () => {
    const page = await openAccount();
    press('Check now', page);
    const request = await vi.waitFor(() =>
      backend.expectOne({ method: 'POST', url: '/api/admin/accounts/a1/grant/check' }),
    );
    await TestBed.inject(Router).navigateByUrl('/admin/accounts/c1');
    (await vi.waitFor(() => backend.expectOne('/api/admin/accounts/c1'))).flush({
      account: account('c1', { name: 'Carla' }),
      grant: grant('active'),
    });
    request.flush({ checked_at: new Date().toISOString(), grant: grant('revoked') });
    await vi.waitFor(() => {
      expect(page.querySelector('h1')?.textContent).toContain('Carla');
    });
    expect(page.textContent).not.toContain('Access removed at Google');
    expect(page.querySelector('.check')?.textContent).not.toContain('Checked');
  });

  it('tellsBothEndsOfASession', async () => {
    const page = await openAccount();
    const [row] = [...page.querySelectorAll('app-admin-session-row')];
    expect(row?.textContent).toMatch(/Expires: .*2026.*Expires if unused: /su);
  });

  it('tellsInWordsWhyGoogleDidNotRenew', async () => {
    const page = await openAccount();
    expect(page.textContent).toContain('Google did not answer in time');
    expect(page.textContent).toContain('No usable answer from Google (http_502)');
  });
});
