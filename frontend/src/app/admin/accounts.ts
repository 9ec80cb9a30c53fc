import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { SearchBox } from '../ui/search-box';
import { AccountListing } from './account-listing';
import { grantInShort, nameOf } from './admin-account';

/** Everybody's accounts, for administrators: the youngest first, or found by address, name or id. */
@Component({
  selector: 'app-accounts',
  imports: [Icon, ListEnd, MatProgressBar, ProblemNotice, RouterLink, SearchBox, TimeInLocale],
  providers: [AccountListing],
  templateUrl: './accounts.html',
  styleUrl: './accounts.scss',
})
export class Accounts {
  /** From the address. */
  readonly q = input<string>();

  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(AccountListing);
  protected readonly query = computed(() => this.q()?.trim() ?? '');
  protected readonly rows = computed(() =>
    this.listing.items().map((account) => ({
      account,
      name: nameOf(account),
      grant: grantInShort(account.grant_status),
      sessions:
        account.live_sessions === 1 ? '1 session' : `${account.live_sessions.toLocaleString()} sessions`,
    })),
  );
  protected readonly summary = computed(() => {
    const shown = this.listing.items().length;
    if (shown === 0) return 'Nobody found.';
    const accounts = shown === 1 ? '1 account' : `${shown.toLocaleString()} accounts`;
    return this.listing.hasMore() ? `${accounts} shown, there are more.` : `${accounts}, that is all.`;
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        this.listing.show(query);
      });
    });
    effect(() => {
      if (this.listing.phase() === 'ready') void this.#announcer.announce(this.summary());
    });
  }
}
