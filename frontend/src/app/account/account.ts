import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Session } from '@holdfast/session';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { installation } from '../ui/installation';
import { AccountProfile, initials } from './account-data';
import { AccountRemoval } from './account-removal';
import { GrantHealthCard } from './grant-health';
import { ERASE } from './questions';

/** The person's profile, the connection to Google, and the ways out: signing out, and deleting the account. */
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
    RouterLink,
    TimeInLocale,
  ],
  providers: [Confirmations],
  templateUrl: './account.html',
  styleUrl: './account.scss',
})
export class Account {
  readonly #session = inject(Session);
  readonly #confirmations = inject(Confirmations);
  readonly #removal = inject(AccountRemoval);
  protected readonly profile = httpResource<AccountProfile>(() => '/api/account');
  protected readonly failure = failureIn(this.profile);
  protected readonly known = computed(() => (this.profile.hasValue() ? this.profile.value() : undefined));
  protected readonly initials = computed(() => initials(this.known() ?? { id: '' }));
  protected readonly name = installation.name;
  /** The last moment of this session, even if it is used. */
  protected readonly endsAt = computed(() => this.#session.endsAt()?.toISOString());
  /** The end of the session unless it is used; nothing if that is its last moment anyway. */
  protected readonly idleEndsAt = computed(() => {
    const idle = this.#session.expiresAt()?.toISOString();
    return idle === this.endsAt() ? undefined : idle;
  });
  protected readonly signingOut = signal(false);
  protected readonly notSignedOut = signal(false);
  protected readonly erasing = signal(false);
  protected readonly notErased = signal<Failure | undefined>(undefined);

  protected async signOut(): Promise<void> {
    this.signingOut.set(true);
    this.notSignedOut.set(false);
    try {
      await this.#session.logout();
    } catch {
      this.notSignedOut.set(true);
    } finally {
      this.signingOut.set(false);
    }
  }

  protected async erase(): Promise<void> {
    if (!(await this.#confirmations.ask(ERASE))) return;
    this.erasing.set(true);
    this.notErased.set(undefined);
    this.notErased.set(await this.#removal.erase());
    this.erasing.set(false);
  }
}
