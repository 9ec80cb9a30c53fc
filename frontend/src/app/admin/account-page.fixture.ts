import { AdminAccount, AdminGrant } from './admin-account';
import { AdminPages } from './admin-pages.fixture';

/** The first test loads the page and the dialog. Milliseconds. */
export const PATIENCE = 20_000;

export const NO_CONTENT = { status: 204, statusText: 'No Content' };

export function account(id: string, more: Partial<AdminAccount> = {}): AdminAccount {
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

export function grant(status: string): AdminGrant {
  return { status, scopes: [], granted_at: '2026-03-03T10:00:00Z', refresh_tokens_issued: 1 };
}

export function press(words: string, within: ParentNode = document): void {
  const button = [...within.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes(words),
  );
  if (!button) throw new Error(`no button ${words}`);
  button.click();
}

/** Resolves with the dialog that asks for a confirmation. */
export async function question(): Promise<Element> {
  return vi.waitFor(() => {
    const shown = document.querySelector('mat-dialog-container');
    if (!shown?.querySelector('li')) throw new Error('no dialog');
    return shown;
  });
}

/** The page of Ada's account, whose requests the test answers. */
export class AccountPage extends AdminPages {
  async openAccount(
    disabled: string | null = null,
    own = 'b1',
    frozen: string | null = null,
  ): Promise<HTMLElement> {
    const page = await this.open('/admin/accounts/a1');
    await vi.waitFor(() => {
      this.answerDetails(disabled, frozen);
    });
    this.backend.expectOne('/api/account').flush({ id: own });
    (await vi.waitFor(() => this.backend.expectOne('/api/admin/accounts/a1/sessions'))).flush({
      sessions: [
        { id: 's8', expires_at: '2026-03-10T10:00:00Z', ends_at: '2026-05-03T10:00:00Z' },
        { id: 's9' },
      ],
    });
    this.answerActivity();
    await vi.waitFor(() => {
      expect(page.querySelectorAll('app-admin-session-row').length).toBe(2);
    });
    return page;
  }

  answerDetails(disabled: string | null, frozen: string | null = null): void {
    this.backend.expectOne('/api/admin/accounts/a1').flush({
      account: account('a1', { disabled_at: disabled, frozen_at: frozen, name: 'Ada Okafor' }),
      grant: grant('active'),
    });
  }

  answerActivity(): void {
    this.backend.expectOne('/api/admin/accounts/a1/activity').flush({
      events: ['timeout', 'http_502'].map((reason) => ({
        at: '2026-03-03T10:00:00Z',
        type: 'grant_refresh_failed',
        reason,
      })),
      next: null,
    });
  }
}
