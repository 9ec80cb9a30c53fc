import { httpResource } from '@angular/common/http';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Failure } from '../problem/failure';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { Question } from '../ui/confirmation';
import { deviceOf } from '../ui/device';
import { Ending } from './ending';
import { LiveSession, currentFirst } from './live-session';
import { SessionRow } from './session-row';

const END_OTHERS: Question = {
  title: 'End all other sessions?',
  points: [
    'You are signed out on every device and in every browser but this one.',
    'Your connection to Google stays as it is.',
  ],
  yes: 'End all others',
};

/** Where I am signed in, and the end of each. */
@Component({
  selector: 'app-sessions',
  imports: [MatButton, MatProgressBar, ProblemNotice, RouterLink, SessionRow],
  providers: [Confirmations],
  templateUrl: './sessions.html',
  styleUrl: './sessions.scss',
})
export class Sessions {
  readonly #announcer = inject(LiveAnnouncer);
  readonly #confirmations = inject(Confirmations);
  readonly #ending = inject(Ending);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly list = httpResource<{ readonly sessions: readonly LiveSession[] }>(
    () => '/api/sessions',
  );
  protected readonly failure = failureIn(this.list);
  protected readonly sessions = computed(() =>
    this.list.hasValue() ? currentFirst(this.list.value().sessions) : undefined,
  );
  protected readonly others = computed(() => this.sessions()?.filter(({ current }) => !current).length ?? 0);
  /** By id. */
  protected readonly ending = signal<ReadonlySet<string>>(new Set());
  /** By id. */
  protected readonly failures = signal<ReadonlyMap<string, Failure>>(new Map());
  protected readonly endingOthers = signal(false);
  protected readonly othersFailure = signal<Failure | undefined>(undefined);

  protected async end(session: LiveSession): Promise<void> {
    if (this.ending().has(session.id)) return;
    this.ending.update((ids) => new Set(ids).add(session.id));
    this.failures.update((all) => new Map([...all].filter(([id]) => id !== session.id)));
    const failure = await this.#ending.one(session);
    this.ending.update((ids) => new Set([...ids].filter((id) => id !== session.id)));
    if (failure) {
      this.failures.update((all) => new Map(all).set(session.id, failure));
    } else if (!session.current) {
      this.#keep(({ id }) => id !== session.id);
      this.#say(`The session on ${deviceOf(session.user_agent).words} has ended.`);
    }
  }

  protected async endOthers(): Promise<void> {
    if (this.endingOthers() || !(await this.#confirmations.ask(END_OTHERS))) return;
    this.endingOthers.set(true);
    this.othersFailure.set(undefined);
    const failure = await this.#ending.others();
    this.othersFailure.set(failure);
    this.endingOthers.set(false);
    if (failure) return;
    this.#keep(({ current }) => current);
    this.#say('All other sessions have ended.');
  }

  #keep(stays: (session: LiveSession) => boolean): void {
    if (!this.list.hasValue()) return;
    this.list.set({ sessions: this.list.value().sessions.filter(stays) });
  }

  /** The button that was pressed goes with its session, so the focus needs another place. */
  #say(words: string): void {
    void this.#announcer.announce(words);
    this.heading().nativeElement.focus();
  }
}
