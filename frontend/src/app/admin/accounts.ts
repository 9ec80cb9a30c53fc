import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel, MatPrefix, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { AccountListing } from './account-listing';
import { grantInShort, nameOf } from './admin-account';

/** Typing may pause this long before it is a search. Milliseconds. */
const TYPING_PAUSE = 300;

/** Everybody's accounts, for administrators: the youngest first, or found by address, name or id. */
@Component({
  selector: 'app-accounts',
  imports: [
    Icon,
    ListEnd,
    MatFormField,
    MatIconButton,
    MatInput,
    MatLabel,
    MatPrefix,
    MatProgressBar,
    MatSuffix,
    ProblemNotice,
    RouterLink,
    TimeInLocale,
  ],
  providers: [AccountListing],
  templateUrl: './accounts.html',
  styleUrl: './accounts.scss',
})
export class Accounts {
  /** From the address. */
  readonly q = input<string>();

  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(AccountListing);
  protected readonly query = computed(() => this.q()?.trim() ?? '');
  protected readonly text = linkedSignal(() => this.q() ?? '');
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
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#typing);
    });
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

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.search(text);
    }, TYPING_PAUSE);
  }

  protected search(text: string): void {
    clearTimeout(this.#typing);
    if (text.trim() === this.query()) return;
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { q: text.trim() || null },
      replaceUrl: true,
    });
  }
}
