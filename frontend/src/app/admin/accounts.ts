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
import { DISABLED_MARK, GRANT_CODES, grantWords } from './admin-words';
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
  /** The search in the address; the next three inputs come from there as well. */
  readonly q = input<string>();
  readonly grant = input<string>();
  readonly disabled = input<string>();
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
      sort: this.sort() ?? '',
    }),
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly filtered = computed(() => {
    const { q, grant, disabled } = this.query();
    return q !== '' || grant !== '' || disabled !== '';
  });
  protected readonly disabledMark = DISABLED_MARK;
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
  protected choose(parameter: 'grant' | 'disabled' | 'sort', value: string): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { [parameter]: value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
