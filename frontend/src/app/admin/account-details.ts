import { httpResource } from '@angular/common/http';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { LiveSession } from '../session/live-session';
import { SessionRow } from '../session/session-row';
import { Confirmations } from '../ui/confirmations';
import { deviceOf } from '../ui/device';
import { TimeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { AccountTimeline } from './account-timeline';
import { Acts } from './acts';
import { AdminAccountDetails, eventInShort, grantInShort, nameOf } from './admin-account';
import { DISABLE, END_ALL } from './questions';

/** One account for administrators: who, how the grant stands, where signed in, what happened; and what can be done. */
@Component({
  selector: 'app-account-details',
  imports: [ListEnd, MatButton, MatProgressBar, ProblemNotice, RouterLink, SessionRow, TimeInLocale],
  providers: [AccountTimeline, Confirmations],
  templateUrl: './account-details.html',
  styleUrl: './account-details.scss',
})
export class AccountDetails {
  /** From the address. */
  readonly id = input.required<string>();

  readonly #acts = inject(Acts);
  readonly #announcer = inject(LiveAnnouncer);
  readonly #confirmations = inject(Confirmations);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  readonly #path = computed(() => `/api/admin/accounts/${encodeURIComponent(this.id())}`);

  protected readonly details = httpResource<AdminAccountDetails>(() => this.#path());
  protected readonly failure = failureIn(this.details);
  protected readonly known = computed(() => (this.details.hasValue() ? this.details.value() : undefined));
  protected readonly name = computed(() => {
    const account = this.known()?.account;
    return account ? nameOf(account) : 'An account';
  });
  protected readonly grant = computed(() => grantInShort(this.known()?.grant?.status));
  /** Google's names for them, as operators know them. */
  protected readonly scopes = computed(() =>
    (this.known()?.grant?.scopes ?? []).map((scope) => scope.replace('https://www.googleapis.com/auth/', '')),
  );

  protected readonly list = httpResource<{ readonly sessions: readonly Omit<LiveSession, 'current'>[] }>(
    () => `${this.#path()}/sessions`,
  );
  protected readonly listFailure = failureIn(this.list);
  protected readonly sessions = computed(() =>
    this.list.hasValue() ? this.list.value().sessions.map((each) => ({ ...each, current: false })) : [],
  );
  /** By id. */
  protected readonly ending = signal<ReadonlySet<string>>(new Set());
  /** By id. */
  protected readonly failures = signal<ReadonlyMap<string, Failure>>(new Map());

  protected readonly timeline = inject(AccountTimeline);
  protected readonly events = computed(() =>
    this.timeline.items().map((event) => ({
      event,
      title: eventInShort(event.type),
      device: event.user_agent ? deviceOf(event.user_agent).words : '',
    })),
  );
  protected readonly summary = computed(() => {
    const shown = this.timeline.items().length;
    const entries = shown === 1 ? '1 entry' : `${shown.toLocaleString()} entries`;
    return this.timeline.hasMore() ? `${entries} shown, there are more.` : `${entries}, that is all.`;
  });

  /** What is being done to the whole account just now, in words. */
  protected readonly acting = signal('');
  protected readonly notDone = signal<Failure | undefined>(undefined);

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.timeline.show(id);
      });
    });
  }

  protected async end(session: LiveSession): Promise<void> {
    if (this.ending().has(session.id)) return;
    this.ending.update((ids) => new Set(ids).add(session.id));
    this.failures.update((all) => new Map([...all].filter(([id]) => id !== session.id)));
    const failure = await this.#acts.endSession(this.id(), session.id);
    this.ending.update((ids) => new Set([...ids].filter((id) => id !== session.id)));
    if (failure) this.failures.update((all) => new Map(all).set(session.id, failure));
    else this.#done(`The session on ${deviceOf(session.user_agent).words} has ended.`);
  }

  protected async endAll(): Promise<void> {
    if (!(await this.#confirmations.ask(END_ALL))) return;
    await this.#act('Ending all sessions', 'All sessions have ended.', () =>
      this.#acts.endSessions(this.id()),
    );
  }

  protected async disable(): Promise<void> {
    if (!(await this.#confirmations.ask(DISABLE))) return;
    await this.#act('Disabling the account', 'The account is disabled.', () => this.#acts.disable(this.id()));
  }

  protected async enable(): Promise<void> {
    await this.#act('Enabling the account', 'The account is enabled.', () => this.#acts.enable(this.id()));
  }

  protected again = (): void => undefined;

  async #act(acting: string, done: string, act: () => Promise<Failure | undefined>): Promise<void> {
    if (this.acting() !== '') return;
    this.again = () => void this.#act(acting, done, act);
    this.acting.set(acting);
    this.notDone.set(undefined);
    const failure = await act();
    this.acting.set('');
    this.notDone.set(failure);
    if (!failure) this.#done(done);
  }

  /** What was pressed may be gone, so the focus needs another place. */
  #done(words: string): void {
    void this.#announcer.announce(words);
    this.heading().nativeElement.focus();
    this.details.reload();
    this.list.reload();
    this.timeline.restart();
  }
}
