import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { deviceOf } from '../ui/device';
import { Feedback } from '../ui/feedback';
import { Acts } from './acts';
import { AdminSession } from './admin-account';
import { AdminSessionRow, SessionState } from './admin-session-row';
import { endAllQuestion, endSessionQuestion } from './questions';

/**
 * The sessions of a person. Sessions that are ended here stay in the list, marked, until the page is opened
 * again.
 */
@Component({
  selector: 'app-account-sessions',
  imports: [AdminSessionRow, MatButton, MatProgressBar, ProblemNotice],
  providers: [Confirmations],
  templateUrl: './account-sessions.html',
  styleUrl: './account-sessions.scss',
})
export class AccountSessions {
  readonly account = input.required<string>();
  /** The name of the person. */
  readonly name = input.required<string>();
  /** Emits after a session has ended. */
  readonly sessionsEnded = output();

  readonly #acts = inject(Acts);
  readonly #confirmations = inject(Confirmations);
  readonly #feedback = inject(Feedback);

  protected readonly list = httpResource<{ readonly sessions: readonly AdminSession[] }>(
    () => `/api/admin/accounts/${encodeURIComponent(this.account())}/sessions`,
  );
  protected readonly failure = failureIn(this.list);
  protected readonly sessions = computed(() => (this.list.hasValue() ? this.list.value().sessions : []));
  /** The states by id; sessions without a state are live. */
  protected readonly states = linkedSignal<readonly AdminSession[], ReadonlyMap<string, SessionState>>({
    source: this.sessions,
    computation: () => new Map(),
  });
  /** The failures by id. */
  protected readonly failures = linkedSignal<readonly AdminSession[], ReadonlyMap<string, Failure>>({
    source: this.sessions,
    computation: () => new Map(),
  });
  protected readonly live = computed(
    () => this.sessions().filter(({ id }) => this.stateOf(id) !== 'ended').length,
  );
  protected readonly endingAll = linkedSignal({ source: this.account, computation: () => false });
  protected readonly allFailure = linkedSignal<string, Failure | undefined>({
    source: this.account,
    computation: () => undefined,
  });

  protected stateOf(id: string): SessionState {
    return this.states().get(id) ?? 'live';
  }

  /** Marks all sessions as ended, after another act on the account has ended them. */
  markAllEnded(): void {
    this.states.set(new Map(this.sessions().map(({ id }) => [id, 'ended'])));
    this.failures.set(new Map());
  }

  protected async end({ id, user_agent }: AdminSession): Promise<void> {
    const device = deviceOf(user_agent).words;
    if (this.stateOf(id) !== 'live') return;
    const [account, name] = [this.account(), this.name()];
    if (!(await this.#confirmations.ask(endSessionQuestion(name, device))) || account !== this.account())
      return;
    this.#mark(id, 'ending');
    this.failures.update((all) => new Map([...all].filter(([each]) => each !== id)));
    const failure = await this.#acts.endSession(account, id);
    if (!failure)
      this.#feedback.done(
        $localize`:@@admin.done.session:Ended the session of ${name}:name: on ${device}:device:.`,
      );
    if (account !== this.account()) return;
    this.#mark(id, failure ? 'live' : 'ended');
    if (failure) this.failures.update((all) => new Map(all).set(id, failure));
    else this.sessionsEnded.emit();
  }

  protected async endAll(): Promise<void> {
    if (this.endingAll()) return;
    const [account, name] = [this.account(), this.name()];
    if (!(await this.#confirmations.ask(endAllQuestion(name))) || account !== this.account()) return;
    this.endingAll.set(true);
    this.allFailure.set(undefined);
    const failure = await this.#acts.endSessions(account);
    if (!failure) this.#feedback.done($localize`:@@admin.done.sessions:Ended all sessions of ${name}:name:.`);
    if (account !== this.account()) return;
    this.endingAll.set(false);
    this.allFailure.set(failure);
    if (failure) return;
    this.markAllEnded();
    this.sessionsEnded.emit();
  }

  #mark(id: string, state: SessionState): void {
    this.states.update((all) => new Map(all).set(id, state));
  }
}
