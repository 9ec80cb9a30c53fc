import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { kept } from '../problem/kept';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { deviceOf } from '../ui/device';
import { Feedback } from '../ui/feedback';
import { TimeInLocale } from '../ui/in-locale';
import { installation } from '../ui/installation';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { TimeAgo } from '../ui/time-ago';
import { AccountSessions } from './account-sessions';
import { AccountTimeline } from './account-timeline';
import { Acts } from './acts';
import { AdminAccount, AdminAccountDetails, nameOf } from './admin-account';
import { AdminTabs } from './admin-tabs';
import { DISABLED_MARK, FROZEN_MARK, eventWords, grantWords, scopeNames } from './admin-words';
import { failureWords, reasonOf } from './failure-names';
import { Initials } from './initials';
import { disableQuestion, unfreezeQuestion } from './questions';
import { StateMark } from './state-mark';

/** The act that is running on the account. */
type Acting = 'disabling' | 'enabling' | 'checking' | undefined;

/**
 * One account for administrators: the person, the state of the grant, the sessions, the events, and the acts
 * on it.
 */
@Component({
  selector: 'app-account-details',
  imports: [
    AccountSessions,
    AdminTabs,
    Initials,
    ListAge,
    ListEnd,
    MatButton,
    MatProgressBar,
    ProblemNotice,
    RouterLink,
    StateMark,
    TimeAgo,
    TimeInLocale,
  ],
  providers: [AccountTimeline, Confirmations],
  templateUrl: './account-details.html',
  styleUrl: './account-details.scss',
})
export class AccountDetails {
  /** The id in the address. */
  readonly id = input.required<string>();

  readonly #acts = inject(Acts);
  readonly #confirmations = inject(Confirmations);
  readonly #feedback = inject(Feedback);
  readonly #title = inject(Title);
  private readonly sessionList = viewChild(AccountSessions);
  readonly #path = computed(() => `/api/admin/accounts/${encodeURIComponent(this.id())}`);

  protected readonly details = httpResource<AdminAccountDetails>(() => this.#path());
  protected readonly failure = failureIn(this.details);
  /** The latest answer about this account. */
  protected readonly known = kept(this.details, () =>
    this.failure()?.code === 'not_found' ? undefined : this.id(),
  );
  readonly #own = httpResource<{ readonly id: string }>(() => '/api/account');
  /**
   * Administrators cannot disable their own account. Until it is known whose this is, the button stays
   * hidden.
   */
  protected readonly mayDisable = computed(() => this.#own.hasValue() && this.#own.value().id !== this.id());
  protected readonly isOwn = computed(() => this.#own.hasValue() && this.#own.value().id === this.id());
  protected readonly name = computed(() => {
    const account = this.known()?.account;
    return account ? nameOf(account) : $localize`:@@admin.account:Account`;
  });
  protected readonly disabledMark = DISABLED_MARK;
  protected readonly frozenMark = FROZEN_MARK;
  protected readonly failureWords = failureWords;
  protected readonly grant = computed(() => grantWords(this.known()?.grant?.status));
  protected readonly scopes = computed(() => scopeNames(this.known()?.grant?.scopes ?? []));

  protected readonly timeline = inject(AccountTimeline);
  protected readonly events = computed(() =>
    this.timeline.items().map((event) => ({
      event,
      title: eventWords(event.type),
      reason: reasonOf(event),
      device: event.user_agent ? deviceOf(event.user_agent).words : '',
    })),
  );
  protected readonly summary = computed(() => {
    const shown = this.timeline.items().length;
    return shown === 1
      ? $localize`:@@admin.activity.one:1 entry`
      : $localize`:@@admin.activity.shown:${shown.toLocaleString(document.documentElement.lang || undefined)}:count: entries`;
  });

  protected readonly acting = linkedSignal<string, Acting>({ source: this.id, computation: () => undefined });
  protected readonly notDone = linkedSignal<string, Failure | undefined>({
    source: this.id,
    computation: () => undefined,
  });
  protected readonly notChecked = linkedSignal<string, Failure | undefined>({
    source: this.id,
    computation: () => undefined,
  });
  /** The time at which this page last had Google asked. */
  protected readonly checkedAt = linkedSignal<string, string | undefined>({
    source: this.id,
    computation: () => undefined,
  });

  #lastAct: Acting;

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.timeline.show(id);
      });
    });
    effect(() => {
      if (this.known()) this.#title.setTitle(`${this.name()} · ${installation.name}`);
    });
  }

  protected async disable(): Promise<void> {
    const [id, name] = [this.id(), this.name()];
    if (!(await this.#confirmations.ask(disableQuestion(name))) || id !== this.id()) return;
    if (!(await this.#act('disabling', () => this.#acts.disable(id)))) return;
    this.#feedback.done($localize`:@@admin.done.disabled:Disabled the account of ${name}:name:.`);
    if (id !== this.id()) return;
    this.sessionList()?.markAllEnded();
    this.#changed({ disabled_at: new Date().toISOString() });
  }

  /** Ends an administrator's disabling and a freezing by Google's report alike; asks first if there is a report. */
  protected async enable(): Promise<void> {
    const [id, name] = [this.id(), this.name()];
    if (this.known()?.account.frozen_at && !(await this.#confirmations.ask(unfreezeQuestion(name)))) return;
    if (id !== this.id()) return;
    if (!(await this.#act('enabling', () => this.#acts.enable(id)))) return;
    this.#feedback.done($localize`:@@admin.done.enabled:Enabled the account of ${name}:name:.`);
    if (id === this.id()) this.#changed({ disabled_at: null, frozen_at: null });
  }

  protected again(): void {
    if (this.#lastAct === 'enabling') void this.enable();
    else void this.disable();
  }

  protected async check(): Promise<void> {
    if (this.acting()) return;
    const id = this.id();
    this.acting.set('checking');
    this.notChecked.set(undefined);
    const failure = await this.#acts.checkGrant(id, ({ checked_at, grant }) => {
      if (id !== this.id()) return;
      this.checkedAt.set(checked_at);
      const known = this.known();
      if (known) this.details.set({ account: { ...known.account, grant_status: grant.status }, grant });
      if (grantWords(grant.status).tone === 'bad') this.sessionList()?.markAllEnded();
    });
    if (id !== this.id()) return;
    this.acting.set(undefined);
    this.notChecked.set(failure);
    this.timeline.refresh();
  }

  /** Updates the other parts of the page after a session has ended here. */
  protected sessionsEnded(): void {
    this.timeline.refresh();
  }

  /**
   * Carries out an act and returns whether it succeeded. By then the page may show another account, which the
   * result is not about.
   */
  async #act(acting: Acting, act: () => Promise<Failure | undefined>): Promise<boolean> {
    if (this.acting()) return false;
    const id = this.id();
    this.#lastAct = acting;
    this.acting.set(acting);
    this.notDone.set(undefined);
    const failure = await act();
    if (id === this.id()) {
      this.acting.set(undefined);
      this.notDone.set(failure);
    }
    return failure === undefined;
  }

  /** Shows the result of the act, and then the answer of the server, if it can be asked. */
  #changed(state: Pick<AdminAccount, 'disabled_at' | 'frozen_at'>): void {
    const known = this.known();
    if (known) this.details.set({ ...known, account: { ...known.account, ...state } });
    this.details.reload();
    this.timeline.refresh();
  }
}
