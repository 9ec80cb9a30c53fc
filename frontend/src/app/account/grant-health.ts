import { httpResource } from '@angular/common/http';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { signInLink } from '../ui/links';
import { scopeWords } from '../ui/scopes';
import { GrantHealth } from './account-data';
import { grantWords, lastFailureWords } from './grant-words';
import { Parting } from './parting';
import { DISCONNECT } from './questions';

const ICON = { good: 'check', trouble: 'warning', bad: 'error' } as const;

/** How my connection to Google is, in plain words, with its times; and how to renew or end it. */
@Component({
  selector: 'app-grant-health',
  imports: [
    Icon,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatProgressBar,
    ProblemNotice,
    TimeInLocale,
  ],
  providers: [Confirmations],
  templateUrl: './grant-health.html',
  styleUrl: './grant-health.scss',
})
export class GrantHealthCard {
  /** Whom Google shall suggest when I reconnect. */
  readonly email = input<string | null>();

  readonly #announcer = inject(LiveAnnouncer);
  readonly #confirmations = inject(Confirmations);
  readonly #parting = inject(Parting);
  protected readonly grant = httpResource<GrantHealth>(() => '/api/google/grant');
  protected readonly failure = failureIn(this.grant);
  protected readonly none = computed(() => this.failure()?.code === 'not_found');
  protected readonly known = computed(() => (this.grant.hasValue() ? this.grant.value() : undefined));
  protected readonly words = computed(() => grantWords(this.known()?.status ?? ''));
  /** Whether only signing in at Google helps. */
  protected readonly needsMe = computed(
    () => this.none() || !['active', 'degraded'].includes(this.known()?.status ?? ''),
  );
  protected readonly icon = computed(() => ICON[this.words().tone]);
  protected readonly allowed = computed(() => scopeWords(this.known()?.scopes ?? []));
  protected readonly missing = computed(() => scopeWords(this.known()?.missing_scopes ?? []));
  protected readonly trouble = computed(() => {
    const failure = this.known()?.last_failure;
    return failure ? { at: failure.at, words: lastFailureWords(failure.code) } : undefined;
  });
  protected readonly signIn = computed(() => signInLink('/account', this.email()));
  protected readonly disconnecting = signal(false);
  protected readonly stillConnected = signal<Failure | undefined>(undefined);

  #checking = false;

  constructor() {
    effect(() => {
      if (this.grant.status() !== 'resolved' || !this.#checking) return;
      this.#checking = false;
      void this.#announcer.announce(`My connection to Google: ${this.words().title}`);
    });
  }

  protected check(): void {
    this.#checking = true;
    this.grant.reload();
    void this.#announcer.announce('Asking how the connection is.');
  }

  protected async disconnect(): Promise<void> {
    if (!(await this.#confirmations.ask(DISCONNECT))) return;
    this.disconnecting.set(true);
    this.stillConnected.set(undefined);
    this.stillConnected.set(await this.#parting.disconnect());
    this.disconnecting.set(false);
  }
}
