import { HttpClient, httpResource } from '@angular/common/http';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { GrantNews, Session } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { kept } from '../problem/kept';
import { ProblemNotice } from '../problem/problem-notice';
import { ANNOUNCED_FOR } from '../ui/announced';
import { Confirmations } from '../ui/confirmations';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { installation } from '../ui/installation';
import { signInLink } from '../ui/links';
import { scopeWords } from '../ui/scopes';
import { TimeAgo } from '../ui/time-ago';
import { GrantHealth } from './account-data';
import { AccountRemoval } from './account-removal';
import { grantWords, lastFailureWords } from './grant-words';
import { DISCONNECT } from './questions';

const ICON = { good: 'check', trouble: 'warning', bad: 'error' } as const;

/** The statuses after which Google is not asked again until the person signs in. */
const DEAD = ['revoked', 'reauth_required', 'blocked_by_policy', 'client_rejected'];
/**
 * The statuses for which signing in at Google is not the first thing to do: all is well, or another person
 * must act.
 */
const NOT_FOR_ME = ['active', 'degraded', 'blocked_by_policy', 'client_rejected'];

const ASKED_BEFORE = $localize`:@@account.google.asked-before:Google was asked only a few seconds ago. This is what it said.`;

/** The connection to Google in plain words: what it allows, how it is, and how to check, renew or end it. */
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
    TimeAgo,
    TimeInLocale,
  ],
  providers: [Confirmations],
  templateUrl: './grant-health.html',
  styleUrl: './grant-health.scss',
})
export class GrantHealthCard {
  /** The account that Google suggests for a new connection. */
  readonly email = input<string | null>();

  readonly #http = inject(HttpClient);
  readonly #announcer = inject(LiveAnnouncer);
  readonly #confirmations = inject(Confirmations);
  readonly #removal = inject(AccountRemoval);
  protected readonly name = installation.name;
  protected readonly grant = httpResource<GrantHealth>(() => '/api/google/grant');
  protected readonly failure = failureIn(this.grant);
  protected readonly none = computed(() => this.failure()?.code === 'not_found');
  /** The latest answer, until the server says that there is no connection. */
  protected readonly known = kept(this.grant, this.none);
  protected readonly words = computed(() => grantWords(this.known()?.status ?? ''));
  protected readonly isDead = computed(() => DEAD.includes(this.known()?.status ?? ''));
  /** Whether signing in at Google helps. */
  protected readonly needsMe = computed(
    () => this.none() || !NOT_FOR_ME.includes(this.known()?.status ?? ''),
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

  protected readonly checking = signal(false);
  protected readonly notChecked = signal<Failure | undefined>(undefined);
  protected readonly checkedAt = computed(() => this.known()?.checked_at);

  protected readonly fromBefore = ASKED_BEFORE;
  /**
   * Whether the server has shown its previous answer once more, because that is too fresh to ask Google
   * again.
   */
  protected readonly askedBefore = signal(false);

  constructor() {
    const { grant } = inject(Session);
    // The server says so if the connection changes while the person looks at it.
    effect(() => {
      const news = grant();
      if (!news) return;
      untracked(() => {
        this.#hear(news);
      });
    });
  }

  #hear({ status, missingScopes }: GrantNews): void {
    const shown = this.known();
    if (!shown || this.checking()) return;
    const missing = shown.missing_scopes ?? [];
    const same =
      shown.status === status && missing.toSorted().join(' ') === missingScopes.toSorted().join(' ');
    if (!same) this.grant.reload();
  }

  /** Asks Google itself, and shows its answer. */
  protected async check(): Promise<void> {
    if (this.checking()) return;
    this.checking.set(true);
    this.notChecked.set(undefined);
    this.askedBefore.set(false);
    const before = this.checkedAt();
    void this.#announcer.announce($localize`:@@account.google.asking:Asking Google.`, ANNOUNCED_FOR);
    try {
      this.grant.set(await firstValueFrom(this.#http.post<GrantHealth>('/api/google/grant/check', null)));
      this.askedBefore.set(before !== undefined && before === this.checkedAt());
      void this.#announcer.announce(
        this.askedBefore()
          ? ASKED_BEFORE
          : $localize`:@@account.google.outcome:Google connection: ${this.words().title}:status:`,
        ANNOUNCED_FOR,
      );
    } catch (error) {
      const failure = await failureOf(error);
      // The page disappears with the session, so no message is needed.
      if (failure.code !== 'signed_out') this.notChecked.set(failure);
      this.grant.reload();
    } finally {
      this.checking.set(false);
    }
  }

  protected async disconnect(): Promise<void> {
    if (!(await this.#confirmations.ask(DISCONNECT))) return;
    this.disconnecting.set(true);
    this.stillConnected.set(undefined);
    this.stillConnected.set(await this.#removal.disconnect());
    this.disconnecting.set(false);
  }
}
