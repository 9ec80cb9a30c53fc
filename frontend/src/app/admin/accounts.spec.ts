import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { routes } from '../app.routes';
import { AdminAccount } from './admin-account';
import { initialsOf } from './initials';

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

  function press(words: string, within: ParentNode = document): void {
    const button = [...within.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (!button) throw new Error(`no button ${words}`);
    button.click();
  }

  it('isNoPageForAnybodyElse', async () => {
    configure('user');
    for (const path of ['/admin/accounts', '/admin/audit', '/admin/doctor']) {
      const harness = await RouterTestingHarness.create(path);
      expect(harness.routeNativeElement?.textContent).toMatch(/no such page|not found/i);
      TestBed.resetTestingModule();
      configure('user');
    }
    backend.verify();
  });

  it('listsAccountsWithTheirGrantsAndShowsTextsFromOutsideAsText', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts?q=a');
    backend.expectOne('/api/admin/overview').flush({
      counted_at: new Date(Date.now() - 150_000).toISOString(),
      accounts: 3,
      disabled: 1,
      live_sessions: 2,
      grants: { active: 1, reauth_required: 1, none: 1, degraded: 0 },
    });
    backend.expectOne('/api/admin/accounts?q=a').flush({
      accounts: [
        account('ada'),
        account('bruno', { grant_status: 'reauth_required', disabled_at: '2026-03-04T10:00:00Z' }),
        account('carmen', { grant_status: null, name: null, live_sessions: 0 }),
      ],
      next: null,
    });
    await vi.waitFor(() => {
      expect(page.querySelectorAll('.list li').length).toBe(3);
      expect(page.querySelectorAll('app-overview li').length).toBe(4);
    });
    const [ada, bruno, carmen] = [...page.querySelectorAll('.list li')].map(({ textContent }) => textContent);
    expect(ada).toContain('<b>ada</b>');
    expect(ada).toContain('Connected');
    expect(ada).toContain('1 session');
    expect(bruno).toContain('Disabled');
    expect(bruno).toContain('Needs to sign in again');
    expect(carmen).toContain('carmen@mail.example');
    expect(carmen).toContain('Not connected');
    expect(carmen).toContain('No sessions');
    const [all, , disabled, troubled] = [...page.querySelectorAll('app-overview li')];
    expect(all?.textContent).toMatch(/Accounts: 3/);
    expect(page.querySelector('app-overview p')?.textContent).toMatch(/Counted: 2 min\.? ago/);
    expect(disabled?.querySelector('a')?.getAttribute('href')).toBe('/admin/accounts?disabled=true');
    expect(troubled?.querySelector('a')?.getAttribute('href')).toBe('/admin/accounts?grant=reauth_required');
  });

  it('asksForWhatTheAddressSaysAndPutsChoicesIntoIt', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts?q=a&grant=degraded&disabled=false&sort=email');
    backend
      .expectOne('/api/admin/accounts?q=a&grant=degraded&disabled=false&sort=email')
      .flush({ accounts: [], next: null });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('No account matches');
    });
    const select = page.querySelector('select');
    if (!select) throw new Error('no filter');
    expect(select.value).toBe('degraded');
    select.value = 'none';
    select.dispatchEvent(new Event('change'));
    await vi.waitFor(() => backend.expectOne('/api/admin/accounts?q=a&grant=none&disabled=false&sort=email'));
  });

  it('findsAccountsThatAreFrozenAndThoseThatNothingHinders', async () => {
    configure('user', 'admin');
    const page = await open('/admin/accounts?frozen=true');
    backend
      .expectOne('/api/admin/accounts?frozen=true')
      .flush({ accounts: [account('ada', { frozen_at: '2026-03-04T10:00:00Z' })], next: null });
    await vi.waitFor(() => {
      expect(page.querySelector('.list li')?.textContent).toContain('Frozen by Google');
    });
    const select = page.querySelectorAll('select')[1];
    if (!select) throw new Error('no filter');
    expect(select.value).toBe('frozen');
    select.value = 'enabled';
    select.dispatchEvent(new Event('change'));
    await vi.waitFor(() => backend.expectOne('/api/admin/accounts?disabled=false&frozen=false'));
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
    press('Try again', page);
    await vi.waitFor(() => backend.expectOne('/api/admin/accounts'));
  });

  it.each([
    ['/admin/accounts?q=a', '/api/admin/accounts?q=a', { accounts: [account('ada')], next: null }],
    [
      '/admin/audit?type=refused',
      '/api/admin/audit?type=refused',
      { entries: [{ id: 'e', at: '2026-03-03T10:00:00Z', type: 'refused', admin: { id: 'a' } }], next: null },
    ],
  ])('showsTheListOf%sAsItWasLeftWhenTheAdministratorComesBack', async (url, asked, body) => {
    configure('user', 'admin');
    const harness = await RouterTestingHarness.create(url);
    TestBed.tick();
    backend.expectOne(asked).flush(body);
    await vi.waitFor(() => {
      TestBed.tick();
      expect(harness.routeNativeElement?.querySelector('app-list-end')).not.toBeNull();
    });
    await harness.navigateByUrl('/files');
    await harness.navigateByUrl(url);
    TestBed.tick();
    expect(harness.routeNativeElement?.querySelectorAll('ul.stale > li').length).toBe(1);
  });

  it('takesInitialsFromNamesAndAddresses', () => {
    expect(initialsOf('Ada Okafor')).toBe('AO');
    expect(initialsOf('ada.okafor@mail.example')).toBe('AO');
    expect(initialsOf('<b>emi</b>')).toBe('B');
    expect(initialsOf('7-1')).toBe('');
  });
});
