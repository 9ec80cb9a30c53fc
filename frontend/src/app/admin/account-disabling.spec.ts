import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { AccountPage, NO_CONTENT, PATIENCE, press, question } from './account-page.fixture';

describe('Disabling an account', { timeout: PATIENCE }, () => {
  let admin: AccountPage;

  beforeEach(() => {
    admin = new AccountPage();
  });

  it('disablesAnAccountOnlyWhenConfirmedAndSaysWhose', async () => {
    const page = await admin.openAccount();
    expect(TestBed.inject(Title).getTitle()).toContain('Ada Okafor');

    press('Disable account', page);
    const asked = await question();
    expect(asked.querySelector('h2')?.textContent).toContain('Ada Okafor');
    press('Disable account', asked);
    (
      await vi.waitFor(() =>
        admin.backend.expectOne({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' }),
      )
    ).flush(null, NO_CONTENT);
    await vi.waitFor(() => {
      admin.answerDetails('2026-03-04T10:00:00Z');
    });

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Nobody can sign in with this account.');
    });
    expect(page.textContent).toContain('All ended');
    expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
  });

  it('doesNotOfferToDisableTheAdministratorsOwnAccount', async () => {
    const page = await admin.openAccount(null, 'a1');

    expect(page.textContent).toContain('This is your own account.');
    expect(
      [...page.querySelectorAll('button')].some(({ textContent }) => textContent.includes('Disable')),
    ).toBe(false);
  });

  it('keepsThePageWhenItCannotBeLoadedAgainAfterAnAct', async () => {
    const page = await admin.openAccount();
    press('Disable account', page);
    press('Disable account', await question());
    (
      await vi.waitFor(() =>
        admin.backend.expectOne({ method: 'PUT', url: '/api/admin/accounts/a1/disabled' }),
      )
    ).flush(null, NO_CONTENT);
    (await vi.waitFor(() => admin.backend.expectOne('/api/admin/accounts/a1'))).flush(
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
});
