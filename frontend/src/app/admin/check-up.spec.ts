import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { Feedback } from '../ui/feedback';
import { AdminPages } from './admin-pages.fixture';

function button(words: string, within: ParentNode | null): HTMLButtonElement {
  const found = [...(within?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
    textContent.includes(words),
  );
  if (!found) throw new Error(`no button says ${words}`);
  return found;
}

describe('Check-up', () => {
  let admin: AdminPages;

  beforeEach(() => {
    admin = new AdminPages();
  });

  it('countsTheFindingsOfACheckUpAndNamesThem', async () => {
    const page = await admin.open('/admin/doctor');
    admin.backend.expectOne('/api/admin/doctor').flush({
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
    const page = await admin.open('/admin/doctor');
    const told = { detail: 'As the server says', cure: 'As the server advises' };
    const clock = { check: 'database_clock', verdict: 'warning', outcome: 'behind', ...told };
    admin.backend.expectOne('/api/admin/doctor').flush({
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
    const page = await admin.open('/admin/doctor');
    const database = { check: 'database', verdict: 'fine', detail: 'PostgreSQL', cure: '' };
    admin.backend
      .expectOne('/api/admin/doctor')
      .flush({ checked_at: '2026-03-03T10:00:00Z', findings: [database] });
    const again = await vi.waitFor(() => {
      expect(page.textContent).toContain('Fine: 1');
      return button('Check now', page);
    });
    expect(page.querySelector('[role=status] app-time-ago')).toBeNull();
    again.click();
    const refused = { status: 503, statusText: 'Unavailable' };
    (await vi.waitFor(() => admin.backend.expectOne('/api/admin/doctor'))).flush(
      { code: 'storage_unavailable' },
      refused,
    );
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The check-up could not be made.');
    });
    expect(page.textContent).toContain('Fine: 1');
  });

  it('doesNotSayThatItIsDoneWhenTheBrowserForbidsCopying', async () => {
    const page = await admin.open('/admin/doctor');
    const database = { check: 'database', verdict: 'trouble', detail: 'Full', cure: 'Make room' };
    admin.backend
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
