import { Clipboard } from '@angular/cdk/clipboard';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { routes } from '../app.routes';
import { Feedback } from '../ui/feedback';

const ADA = { id: 'a1', email: 'ada@mail.example', name: 'Ada Okafor' };
const BRUNO = { id: 'b1', email: 'bruno@mail.example', name: '<b>Bruno</b>' };

function entry(type: string, more: object = {}): object {
  return {
    id: type,
    at: '2026-03-03T10:00:00Z',
    type,
    admin: BRUNO,
    account: ADA,
    session_id: null,
    address: '192.0.2.17',
    user_agent: null,
    ...more,
  };
}

function button(words: string, within: ParentNode | null): HTMLButtonElement {
  const found = [...(within?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
    textContent.includes(words),
  );
  if (!found) throw new Error(`no button says ${words}`);
  return found;
}

describe('Audit log and check-up', () => {
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

  it('tellsWhoDidWhatToWhomAndLeavesOutViewsUntilAsked', async () => {
    const page = await open('/admin/audit');
    backend.expectOne('/api/admin/audit?looks=false').flush({
      entries: [
        entry('account_disabled'),
        entry('refused', { account: null, admin: { id: 'c1', email: null, name: null }, address: null }),
        entry('never_heard_of'),
      ],
      next: null,
    });
    await vi.waitFor(() => {
      expect(page.querySelectorAll('ul li').length).toBe(3);
    });
    const [disabled, refused, unknown] = [...page.querySelectorAll('ul li')];
    expect(disabled?.textContent).toContain('Account disabled');
    expect(disabled?.textContent).toContain('<b>Bruno</b>');
    expect(disabled?.textContent).toContain('192.0.2.17');
    expect(disabled?.querySelector('a')?.getAttribute('href')).toBe('/admin/accounts/a1');
    expect(refused?.textContent).toContain('c1');
    expect(unknown?.textContent).toContain('never_heard_of');

    page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await vi.waitFor(() => backend.expectOne('/api/admin/audit'));
  });

  it('keepsTheFiltersInTheAddressAndTakesThemBack', async () => {
    const page = await open('/admin/audit?admin=b1&account=a1&type=refused');
    backend
      .expectOne('/api/admin/audit?admin=b1&account=a1&type=refused')
      .flush({ entries: [entry('refused')], next: null });
    const filter = await vi.waitFor(() => {
      const found = [...page.querySelectorAll('button')].find(({ textContent }) =>
        textContent.includes('By: <b>Bruno</b>'),
      );
      if (!found) throw new Error('no filter');
      return found;
    });
    expect(page.querySelector('select')?.value).toBe('refused');
    filter.click();
    await vi.waitFor(() => backend.expectOne('/api/admin/audit?account=a1&type=refused'));
  });

  it('saysWhenNothingMatchesAndWhyItCannotBeLoaded', async () => {
    const page = await open('/admin/audit');
    backend.expectOne('/api/admin/audit?looks=false').flush({ entries: [], next: null });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('No entries match.');
    });
  });

  it('countsTheFindingsOfACheckUpAndNamesThem', async () => {
    const page = await open('/admin/doctor');
    backend.expectOne('/api/admin/doctor').flush({
      checked_at: '2026-03-03T10:00:00Z',
      findings: [
        { check: 'database', verdict: 'fine', detail: 'PostgreSQL', cure: '' },
        { check: 'client', verdict: 'trouble', detail: 'Google rejects it', cure: 'Compare them' },
        { check: 'brand_new', verdict: 'warning', detail: 'Hm', cure: 'Look' },
      ],
    });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Problems: 1');
    });
    expect([...page.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'OAuth client',
      'brand new',
      'Database',
    ]);
    expect(page.textContent).toContain('Warnings: 1');
    expect(
      [...page.querySelectorAll('button')].filter(({ textContent }) => textContent.includes('Copy')).length,
    ).toBe(3);
  });

  it('tellsFindingsInItsOwnWordsAndInThoseOfTheServerWhereItHasNone', async () => {
    const page = await open('/admin/doctor');
    const told = { detail: 'As the server says', cure: 'As the server advises' };
    const clock = { check: 'database_clock', verdict: 'warning', outcome: 'behind', ...told };
    backend.expectOne('/api/admin/doctor').flush({
      checked_at: '2026-03-03T10:00:00Z',
      findings: [
        { ...clock, values: { millis: '7000' } },
        { ...clock, check: 'client', outcome: 'rejected', values: {} },
        { ...clock, check: 'client_rejections', outcome: 'rejected', values: {} },
        { ...clock, check: 'database', outcome: 'brand_new', values: {} },
        {
          ...clock,
          check: 'google_clock',
          verdict: 'fine',
          outcome: 'ahead',
          values: { seconds: '2' },
          cure: '',
        },
      ],
    });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Fine: 1');
    });
    const words = [...page.querySelectorAll('li div')].map((finding) =>
      [...finding.querySelectorAll('h3 + p, .cure > span')].map(({ textContent }) => textContent.trim()),
    );
    const servers = ['As the server says.', 'What to do: As the server advises.'];
    expect(words).toEqual([
      ['The database’s clock is 7000 ms behind this server’s.', 'What to do: Set both clocks by NTP.'],
      [
        'Google rejects client id or secret.',
        'What to do: Compare holdfast.google.client-id and the secret with the OAuth client in the Google Cloud console.',
      ],
      servers,
      servers,
      ['Google’s clock is 2 s ahead of this server’s.'],
    ]);
  });

  it('keepsACheckUpWhenAnotherCannotBeMadeAndSaysTheTimeOnce', async () => {
    const page = await open('/admin/doctor');
    const database = { check: 'database', verdict: 'fine', detail: 'PostgreSQL', cure: '' };
    backend
      .expectOne('/api/admin/doctor')
      .flush({ checked_at: '2026-03-03T10:00:00Z', findings: [database] });
    const again = await vi.waitFor(() => {
      expect(page.textContent).toContain('Fine: 1');
      return button('Check now', page);
    });
    expect(page.querySelector('[role=status] app-time-ago')).toBeNull();
    again.click();
    const refused = { status: 503, statusText: 'Unavailable' };
    (await vi.waitFor(() => backend.expectOne('/api/admin/doctor'))).flush(
      { code: 'storage_unavailable' },
      refused,
    );
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The check-up could not be made.');
    });
    expect(page.textContent).toContain('Fine: 1');
  });

  it('doesNotSayThatItIsDoneWhenTheBrowserForbidsCopying', async () => {
    const page = await open('/admin/doctor');
    const database = { check: 'database', verdict: 'trouble', detail: 'Full', cure: 'Make room' };
    backend
      .expectOne('/api/admin/doctor')
      .flush({ checked_at: '2026-03-03T10:00:00Z', findings: [database] });
    vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(false);
    (await vi.waitFor(() => button('Copy', page.querySelector('section')))).click();
    await vi.waitFor(() => {
      expect(page.querySelector('section [role=alert]')?.textContent).toContain('did not allow copying');
    });
    button('Copy as text', page).click();
    await vi.waitFor(() => {
      expect(page.querySelector('section [role=alert]')).toBeNull();
    });
    expect(page.querySelectorAll('[role=alert]').length).toBe(1);
    expect(TestBed.inject(Feedback).shown()).toBeUndefined();
  });
});
