import { AccountPage, NO_CONTENT, PATIENCE, press, question } from './account-page.fixture';

const REPORTED = '2026-03-04T10:00:00Z';
const ACT = { method: 'DELETE', url: '/api/admin/accounts/a1/disabled' };

describe('An account that Google’s report has frozen', { timeout: PATIENCE }, () => {
  let admin: AccountPage;

  beforeEach(() => {
    admin = new AccountPage();
  });

  it('saysWhyAndIsUnfrozenOnlyWhenConfirmed', async () => {
    const page = await admin.openAccount(null, 'b1', REPORTED);
    expect(page.textContent).toContain('Frozen by Google');
    expect(page.textContent).toContain('Google reports that this Google Account is disabled');
    expect(page.textContent).toContain('Disable account…');

    press('Unfreeze account', page);
    const asked = await question();
    expect(asked.querySelector('h2')?.textContent).toContain('Ada Okafor');
    admin.backend.expectNone(ACT);
    press('Unfreeze account', asked);
    (await vi.waitFor(() => admin.backend.expectOne(ACT))).flush(null, NO_CONTENT);
    await vi.waitFor(() => {
      admin.answerDetails(null);
    });

    await vi.waitFor(() => {
      expect(page.textContent).not.toContain('Frozen by Google');
    });
  });

  it('isToldBesideAnAdministratorsDisabling', async () => {
    const page = await admin.openAccount(REPORTED, 'b1', REPORTED);

    expect(page.textContent).toContain('Frozen by Google');
    expect(page.textContent).toContain('Nobody can sign in with this account.');
    expect(page.textContent).toContain('Enable account');
    expect(page.textContent).not.toContain('Unfreeze account');
  });
});
