import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { deviceOf } from '../ui/device';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { TimeAgo } from '../ui/time-ago';
import { nameOf } from './admin-account';
import { AdminTabs } from './admin-tabs';
import { ACT_CODES, actWords } from './admin-words';
import { AuditListing, AuditQuery } from './audit-listing';
import { StateMark } from './state-mark';

/**
 * The acts of administrators: the administrator, the act, the person concerned, the time and the place. The
 * address keeps the filters.
 */
@Component({
  selector: 'app-audit',
  imports: [
    AdminTabs,
    ListAge,
    ListEnd,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatInput,
    MatLabel,
    MatProgressBar,
    ProblemNotice,
    RouterLink,
    StateMark,
    TimeAgo,
  ],
  providers: [AuditListing],
  templateUrl: './audit.html',
  styleUrl: './audit.scss',
})
export class Audit {
  /** The filter in the address; the next three inputs come from there as well. */
  readonly admin = input<string>();
  readonly account = input<string>();
  readonly type = input<string>();
  /** `true` shows also acts that only looked at data. */
  readonly looks = input<string>();

  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  protected readonly listing = inject(AuditListing);
  protected readonly types = ACT_CODES.map((code) => ({ code, words: actWords(code).words }));
  protected readonly query = computed<AuditQuery>(
    () => {
      const type = this.type() ?? '';
      return {
        admin: this.admin() ?? '',
        account: this.account() ?? '',
        type,
        // A type says by itself whether such acts are wanted.
        looks: type === '' && this.looks() !== 'true' ? 'false' : '',
      };
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly rows = computed(() =>
    this.listing.items().map((entry) => ({
      entry,
      act: actWords(entry.type),
      admin: nameOf(entry.admin),
      account: entry.account ? nameOf(entry.account) : '',
      device: entry.user_agent ? deviceOf(entry.user_agent).words : '',
    })),
  );
  /** The persons in the filters, by the name that an entry has for them, else by id. */
  protected readonly byWhom = computed(() => this.#named(this.query().admin));
  protected readonly toWhom = computed(() => this.#named(this.query().account));
  protected readonly summary = computed(() => {
    const shown = this.listing.items().length;
    return shown === 1
      ? $localize`:@@admin.audit.one:1 entry`
      : $localize`:@@admin.audit.shown:${shown.toLocaleString(document.documentElement.lang || undefined)}:count: entries`;
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        this.listing.show(query);
      });
    });
  }

  /** Writes a choice into the address, from where it comes back as an input. */
  protected choose(parameter: 'admin' | 'account' | 'type' | 'looks', value: string): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { [parameter]: value || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  #named(id: string): string {
    if (id === '') return '';
    const people = this.listing
      .items()
      .flatMap(({ admin, account }) => (account ? [admin, account] : [admin]));
    return nameOf(people.find((person) => person.id === id) ?? { id });
  }
}
