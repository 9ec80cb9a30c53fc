import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { routes } from '../app.routes';
import { AdminAccount } from './admin-account';

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

describe('Administration', () => {
  let fakes: SessionFakes;
  let backend: HttpTestingController;

  function configure(...roles: string[]): void {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.roles = roles;
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
  }

  async function open(url: string): Promise<HTMLElement> {
    const harness = await RouterTestingHarness.create(url);
    TestBed.tick();
    if (!harness.routeNativeElement) throw new Error('no page');
    return harness.routeNativeElement;
  }

  it('isNoPageForAnybodyElse', async () => {
    configure('user');
    const page = await open('/admin/accounts');
    expect(page.textContent).toContain('no such page');
    backend.verify();
  });

  it('listsAccountsWithTheirGrantsAndShowsTextsFromOutsideAsText', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts?q=a');
    const request = backend.expectOne('/api/admin/accounts?q=a');
    request.flush({
      accounts: [
        account('ada'),
        account('bruno', { grant_status: 'reauth_required', disabled_at: '2026-03-04T10:00:00Z' }),
        account('carmen', { grant_status: null, name: null, live_sessions: 0 }),
      ],
      next: null,
    });
    await vi.waitFor(() => {
      expect(page.querySelectorAll('li').length).toBe(3);
    });
    const [ada, bruno, carmen] = [...page.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(ada).toContain('<b>ada</b>');
    expect(ada).toContain('Google: works');
    expect(bruno).toContain('Disabled');
    expect(bruno).toContain('Google wants to see the person again');
    expect(carmen).toContain('carmen@mail.example');
    expect(carmen).toContain('not connected');
    expect(carmen).toContain('0 sessions');
  });

  it('saysWhyTheListCannotBeLoadedAndTriesAgain', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts');
    backend
      .expectOne('/api/admin/accounts')
      .flush({ code: 'storage_unavailable' }, { status: 503, statusText: 'Unavailable' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The accounts could not be loaded.');
    });
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('Try again'))
      ?.click();
    await vi.waitFor(() => backend.expectOne('/api/admin/accounts'));
  });

  it('endsASessionAndDisablesAnAccountOnlyWhenConfirmed', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts/a1');
    const show = (disabled: string | null) => {
      backend
        .expectOne('/api/admin/accounts/a1')
        .flush({ account: account('a1', { disabled_at: disabled }), grant: null });
      backend
        .expectOne('/api/admin/accounts/a1/sessions')
        .flush({ sessions: disabled ? [] : [{ id: 's9' }] });
      backend.expectOne('/api/admin/accounts/a1/activity').flush({ events: [], next: null });
    };
    await vi.waitFor(() => {
      show(null);
    });
    await vi.waitFor(() => {
      expect(page.querySelectorAll('app-session-row').length).toBe(1);
    });
    const press = (words: string, within: ParentNode = page) =>
      [...within.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();

    press('End the session');
    (
      await vi.waitFor(() =>
        backend.expectOne({ method: 'DELETE', url: '/api/admin/accounts/a1/sessions/s9' }),
      )
    ).flush(null, { status: 204, statusText: 'No Content' });
    await vi.waitFor(() => {
      show(null);
    });

    press('Disable the account');
    const question = await vi.waitFor(() => {
      const shown = document.querySelector('mat-dialog-container');
      if (!shown?.querySelector('li')) throw new Error('no dialog');
      return shown;
    });
    backend.expectNone({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' });
    press('Disable', question);
    (
      await vi.waitFor(() => backend.expectOne({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' }))
    ).flush(null, { status: 204, statusText: 'No Content' });
    await vi.waitFor(() => {
      show('2026-03-04T10:00:00Z');
    });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Nobody can sign in with this account.');
    });
    expect(document.activeElement?.tagName).toBe('H1');
  });
});
