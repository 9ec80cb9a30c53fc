import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Feedback } from '../ui/feedback';
import { AccountPage, NO_CONTENT, PATIENCE, account, grant, press, question } from './account-page.fixture';

describe('An account for administrators', { timeout: PATIENCE }, () => {
  let admin: AccountPage;

  beforeEach(() => {
    admin = new AccountPage();
  });

  it('endsASessionOnlyWhenConfirmedAndKeepsItsRow', async () => {
    const page = await admin.openAccount();
    const [row] = [...page.querySelectorAll('app-admin-session-row')];
    if (!row) throw new Error('no session');

    press('End session', row);
    const asked = await question();
    expect(asked.textContent).toContain('Ada Okafor');
    admin.backend.expectNone({ method: 'DELETE', url: '/api/admin/accounts/a1/sessions/s8' });
    press('End session', asked);
    (
      await vi.waitFor(() =>
        admin.backend.expectOne({ method: 'DELETE', url: '/api/admin/accounts/a1/sessions/s8' }),
      )
    ).flush(null, NO_CONTENT);

    await vi.waitFor(() => {
      // As true in an hour as now: the row stays until the page is opened again.
      expect(row.querySelector('button')?.textContent.trim()).toBe('Ended Unknown device');
    });
    expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
    expect(TestBed.inject(Feedback).shown()?.text).toContain('Ada Okafor');
    admin.backend.expectNone('/api/admin/accounts/a1/sessions');
    await vi.waitFor(() => {
      admin.answerActivity();
    });
  });

  it('asksGoogleAboutAGrantAndShowsWhatItSaid', async () => {
    const page = await admin.openAccount();

    press('Check now', page);
    (
      await vi.waitFor(() =>
        admin.backend.expectOne({ method: 'POST', url: '/api/admin/accounts/a1/grant/check' }),
      )
    ).flush({ checked_at: new Date().toISOString(), grant: grant('revoked') });

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Access removed at Google');
    });
    expect(page.textContent).toContain('Checked');
    expect(page.textContent).toContain('All ended');
    expect(page.querySelector('[role=status] app-time-ago')).toBeNull();
  });

  it('writesNothingIntoThePageOfAnotherAccount', async () => {
    const page = await admin.openAccount();
    press('Check now', page);
    const request = await vi.waitFor(() =>
      admin.backend.expectOne({ method: 'POST', url: '/api/admin/accounts/a1/grant/check' }),
    );
    await TestBed.inject(Router).navigateByUrl('/admin/accounts/c1');
    (await vi.waitFor(() => admin.backend.expectOne('/api/admin/accounts/c1'))).flush({
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
    const page = await admin.openAccount();
    const [row] = [...page.querySelectorAll('app-admin-session-row')];
    expect(row?.textContent).toMatch(/Expires: .*2026.*Expires if unused: /su);
  });

  it('tellsInWordsWhyGoogleDidNotRenew', async () => {
    const page = await admin.openAccount();
    expect(page.textContent).toContain('Google did not answer in time');
    expect(page.textContent).toContain('No usable answer from Google (http_502)');
  });
});
