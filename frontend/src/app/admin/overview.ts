import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TimeAgo } from '../ui/time-ago';
import { GRANT_CODES, grantWords } from './admin-words';

interface Counts {
  /** When the oldest of these counts was made; the list below is newer. */
  readonly counted_at?: string;
  readonly accounts: number;
  readonly disabled: number;
  /** A server that is still to be upgraded does not send it. */
  readonly frozen?: number;
  readonly live_sessions?: number | null;
  readonly grants?: Readonly<Record<string, number>> | null;
}

/**
 * The numbers of accounts, of live sessions and of accounts that need attention, each with a link to them.
 */
@Component({
  selector: 'app-overview',
  imports: [RouterLink, TimeAgo],
  template: `
    @if (known(); as known) {
      <ul i18n-aria-label="@@admin.overview" aria-label="Overview">
        <li>
          <a routerLink="/admin/accounts">
            <ng-container i18n="@@admin.overview.accounts">Accounts: </ng-container
            ><strong>{{ known.accounts.toLocaleString(locale) }}</strong>
          </a>
        </li>
        @if (known.live_sessions !== null && known.live_sessions !== undefined) {
          <li>
            <span>
              <ng-container i18n="@@admin.overview.sessions">Active sessions: </ng-container
              ><strong>{{ known.live_sessions.toLocaleString(locale) }}</strong>
            </span>
          </li>
        }
        @if (known.disabled > 0) {
          <li>
            <a routerLink="/admin/accounts" [queryParams]="{ disabled: 'true' }">
              <ng-container i18n="@@admin.overview.disabled">Disabled accounts: </ng-container
              ><strong>{{ known.disabled.toLocaleString(locale) }}</strong>
            </a>
          </li>
        }
        @if ((known.frozen ?? 0) > 0) {
          <li class="bad">
            <a routerLink="/admin/accounts" [queryParams]="{ frozen: 'true' }">
              <ng-container i18n="@@admin.overview.frozen">Frozen by Google: </ng-container
              ><strong>{{ known.frozen?.toLocaleString(locale) }}</strong>
            </a>
          </li>
        }
        @for (each of troubled(); track each.code) {
          <li [class]="each.tone">
            <a routerLink="/admin/accounts" [queryParams]="{ grant: each.code }">
              {{ each.words }}: <strong>{{ each.count.toLocaleString(locale) }}</strong>
            </a>
          </li>
        }
      </ul>
      @if (known.counted_at; as at) {
        <p>
          <ng-container i18n="@@admin.overview.counted">Counted: </ng-container><app-time-ago [at]="at" />
        </p>
      }
    }
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      border-radius: 0.75rem;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
    }
    li > * {
      display: block;
      padding: 0.5rem 0.875rem;
      color: inherit;
    }
    p {
      margin: 0.5rem 0 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
    .warning {
      background: var(--app-warning-container);
      color: var(--app-on-warning-container);
    }
    .bad {
      background: var(--app-bad-container);
      color: var(--app-on-bad-container);
    }
  `,
})
export class Overview {
  readonly #counts = httpResource<Counts>(() => '/api/admin/overview');
  protected readonly locale = document.documentElement.lang || undefined;
  /** The list is as good without these numbers, so a failure is not shown. */
  protected readonly known = computed(() => (this.#counts.hasValue() ? this.#counts.value() : undefined));
  protected readonly troubled = computed(() =>
    GRANT_CODES.map((code) => ({
      code,
      count: this.known()?.grants?.[code] ?? 0,
      ...grantWords(code),
    })).filter(({ tone, count }) => count > 0 && (tone === 'bad' || tone === 'warning')),
  );
}
