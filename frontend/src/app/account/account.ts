import { httpResource } from '@angular/common/http';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Session } from '@holdfast/session';
import { failureOf } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { AccountProfile, initials } from './account-data';
import { GrantHealthCard } from './grant-health';

/** Who I am, how my connection to Google is, and the way out. */
@Component({
  selector: 'app-account',
  imports: [
    GrantHealthCard,
    Icon,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatProgressBar,
    ProblemNotice,
    TimeInLocale,
  ],
  templateUrl: './account.html',
  styleUrl: './account.scss',
})
export class Account {
  readonly #session = inject(Session);
  protected readonly profile = httpResource<AccountProfile>(() => '/api/account');
  protected readonly failure = resource({
    params: () => this.profile.error(),
    loader: ({ params }) => failureOf(params),
  });
  protected readonly known = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  protected readonly initials = computed(() => initials(this.known() ?? { id: '' }));
  protected readonly expiresAt = computed(() => this.#session.expiresAt()?.toISOString());
  protected readonly leaving = signal(false);
  protected readonly stayed = signal(false);

  protected async signOut(): Promise<void> {
    this.leaving.set(true);
    this.stayed.set(false);
    try {
      await this.#session.logout();
    } catch {
      this.stayed.set(true);
    } finally {
      this.leaving.set(false);
    }
  }
}
