import { AdminPages } from './admin-pages.fixture';

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

describe('Audit log', () => {
  let admin: AdminPages;

  beforeEach(() => {
    admin = new AdminPages();
  });

  it('tellsWhoDidWhatToWhomAndLeavesOutViewsUntilAsked', async () => {
    const page = await admin.open('/admin/audit');
    admin.backend.expectOne('/api/admin/audit?looks=false').flush({
      entries: [
        entry('account_disabled'),
        entry('refused', { account: null, admin: { id: 'c1', email: null, name: null }, address: null }),
        entry('never_heard_of'),
        entry('signals_taken_over', { account: null, replaced: 'https://other.example/risc' }),
      ],
      next: null,
    });
    await vi.waitFor(() => {
      expect(page.querySelectorAll('ul li').length).toBe(4);
    });
    const [disabled, refused, unknown, taken] = [...page.querySelectorAll('ul li')];
    expect(disabled?.textContent).toContain('Account disabled');
    expect(disabled?.textContent).toContain('<b>Bruno</b>');
    expect(disabled?.textContent).toContain('192.0.2.17');
    expect(disabled?.querySelector('a')?.getAttribute('href')).toBe('/admin/accounts/a1');
    expect(refused?.textContent).toContain('c1');
    expect(unknown?.textContent).toContain('never_heard_of');
    expect(taken?.textContent).toContain('https://other.example/risc');
    expect(disabled?.textContent).not.toContain('To replace');

    page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await vi.waitFor(() => admin.backend.expectOne('/api/admin/audit'));
  });

  it('keepsTheFiltersInTheAddressAndTakesThemBack', async () => {
    const page = await admin.open('/admin/audit?admin=b1&account=a1&type=refused');
    admin.backend
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
    await vi.waitFor(() => admin.backend.expectOne('/api/admin/audit?account=a1&type=refused'));
  });

  it('saysWhenNothingMatchesAndWhyItCannotBeLoaded', async () => {
    const page = await admin.open('/admin/audit');
    admin.backend.expectOne('/api/admin/audit?looks=false').flush({ entries: [], next: null });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('No entries match.');
    });
  });
});
