import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { ANNOUNCED_FOR } from '../ui/announced';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { SearchBox } from '../ui/search-box';
import { TimeAgo } from '../ui/time-ago';
import { AccountListing } from './account-listing';
import { nameOf } from './admin-account';
import { AdminTabs } from './admin-tabs';
import { DISABLED_MARK, FROZEN_MARK, GRANT_CODES, grantWords } from './admin-words';
import { Initials } from './initials';
import { Overview } from './overview';
import { StateMark } from './state-mark';

/**
 * All accounts, for administrators: found by e-mail address, name or id, filtered and sorted. The address
 * keeps the choice.
 */
@Component({
  selector: 'app-accounts',
  imports: [
    AdminTabs,
    Initials,
    ListAge,
    ListEnd,
    MatFormField,
    MatInput,
    MatLabel,
    MatProgressBar,
    Overview,
    ProblemNotice,
    RouterLink,
    SearchBox,
    StateMark,
    TimeAgo,
  ],
  providers: [AccountListing],
  templateUrl: './accounts.html',
  styleUrl: './accounts.scss',
})
export class Accounts {
  /** The search in the address; the next four inputs come from there as well. */
  readonly q = input<string>();
  readonly grant = input<string>();
  readonly disabled = input<string>();
  readonly frozen = input<string>();
  readonly sort = input<string>();

  readonly #announcer = inject(LiveAnnouncer);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  protected readonly listing = inject(AccountListing);
  protected readonly query = computed(
    () => ({
      q: this.q()?.trim() ?? '',
      grant: this.grant() ?? '',
      disabled: this.disabled() ?? '',
      frozen: this.frozen() ?? '',
      sort: this.sort() ?? '',
    }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly filtered = computed(() => {
    const { q, grant, disabled, frozen } = this.query();
    return q !== '' || grant !== '' || disabled !== '' || frozen !== '';
  });
  protected readonly disabledMark = DISABLED_MARK;
  protected readonly frozenMark = FROZEN_MARK;
  /** The choice of the filter by the state of the account, which the address keeps in two parameters. */
  protected readonly state = computed(() => {
    const { disabled, frozen } = this.query();
    return frozen === 'true'
      ? 'frozen'
      : disabled === 'true'
        ? 'disabled'
        : disabled === 'false'
          ? 'enabled'
          : '';
  });
  protected readonly grantOptions = GRANT_CODES.map((code) => ({ code, words: grantWords(code).words }));
  protected readonly rows = computed(() =>
    this.listing.items().map((account) => ({
      account,
      name: nameOf(account),
      grant: grantWords(account.grant_status),
    })),
  );
  protected readonly summary = computed(() => {
    const shown = this.listing.items().length;
    if (shown === 0) return $localize`:@@admin.accounts.none-found:No accounts found.`;
    const count = shown.toLocaleString(document.documentElement.lang || undefined);
    if (this.listing.hasMore())
      return $localize`:@@admin.accounts.showing:Showing the first ${count}:count: accounts.`;
    return shown === 1
      ? $localize`:@@admin.accounts.one:1 account`
      : $localize`:@@admin.accounts.all:${count}:count: accounts`;
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        this.listing.show(query);
      });
    });
    effect(() => {
      if (this.listing.phase() === 'ready') void this.#announcer.announce(this.summary(), ANNOUNCED_FOR);
    });
  }

  /** Writes a choice into the address, from where it comes back as an input. */
  protected choose(parameter: 'grant' | 'sort', value: string): void {
    this.#write({ [parameter]: value || null });
  }

  /** Enabled means that nothing hinders the person: neither an administrator nor a report of Google. */
  protected chooseState(state: string): void {
    this.#write({
      disabled: state === 'disabled' ? 'true' : state === 'enabled' ? 'false' : null,
      frozen: state === 'frozen' ? 'true' : state === 'enabled' ? 'false' : null,
    });
  }

  #write(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
