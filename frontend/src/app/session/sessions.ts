import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Failure } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { Question } from '../ui/confirmation';
import { Confirmations } from '../ui/confirmations';
import { deviceOf } from '../ui/device';
import { Feedback } from '../ui/feedback';
import { countInLocale } from '../ui/in-locale';
import { installation } from '../ui/installation';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { LiveSession, currentFirst } from './live-session';
import { LiveSessions } from './live-sessions';
import { SessionActions } from './session-actions';
import { SessionRow } from './session-row';

const END_OTHERS: Question = {
  title: $localize`:@@session.others.title:Sign out everywhere else?`,
  points: [
    $localize`:@@session.others.devices:You are signed out on all your devices and in all your browsers but this one.`,
    $localize`:@@session.others.google:Your Google connection stays as it is.`,
  ],
  yes: $localize`:@@session.others.yes:Sign out everywhere else`,
};

/**
 * The person's sessions, with a button to end each. An ended one stays in its place until the list is loaded
 * again.
 */
@Component({
  selector: 'app-sessions',
  imports: [ListAge, ListEnd, MatButton, MatProgressBar, ProblemNotice, RouterLink, SessionRow],
  providers: [Confirmations, LiveSessions],
  templateUrl: './sessions.html',
  styleUrl: './sessions.scss',
})
export class Sessions {
  readonly #feedback = inject(Feedback);
  readonly #confirmations = inject(Confirmations);
  readonly #actions = inject(SessionActions);

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly name = installation.name;
  protected readonly list = inject(LiveSessions);
  protected readonly sessions = computed(() => currentFirst(this.list.items()));
  /** The ended sessions, by id. */
  protected readonly ended = signal<ReadonlySet<string>>(new Set());
  protected readonly others = computed(
    () => this.sessions().filter(({ id, current }) => !current && !this.ended().has(id)).length,
  );
  protected readonly isLoaded = computed(() => this.list.items().length > 0 || this.list.phase() === 'ready');
  protected readonly summary = computed(() => {
    const shown = countInLocale(this.sessions().length);
    return $localize`:@@session.shown:Showing ${shown}:count: sessions`;
  });
  /** The sessions that are just being ended, by id. */
  protected readonly ending = signal<ReadonlySet<string>>(new Set());
  /** The failures, by id. */
  protected readonly failures = signal<ReadonlyMap<string, Failure>>(new Map());
  protected readonly endingOthers = signal(false);
  protected readonly othersFailure = signal<Failure | undefined>(undefined);

  constructor() {
    this.list.resume('sessions');
  }

  protected async end(session: LiveSession): Promise<void> {
    if (this.ending().has(session.id)) return;
    this.ending.update((ids) => new Set(ids).add(session.id));
    this.failures.update((all) => new Map([...all].filter(([id]) => id !== session.id)));
    const failure = await this.#actions.one(session);
    this.ending.update((ids) => new Set([...ids].filter((id) => id !== session.id)));
    if (failure) {
      this.failures.update((all) => new Map(all).set(session.id, failure));
    } else if (!session.current) {
      this.ended.update((ids) => new Set(ids).add(session.id));
      const device = deviceOf(session.user_agent).words;
      this.#feedback.done($localize`:@@session.done:Signed out ${device}:device:.`);
    }
  }

  protected async endOthers(): Promise<void> {
    if (this.endingOthers() || !(await this.#confirmations.ask(END_OTHERS))) return;
    this.endingOthers.set(true);
    this.othersFailure.set(undefined);
    const failure = await this.#actions.others();
    this.othersFailure.set(failure);
    this.endingOthers.set(false);
    if (failure) return;
    const gone = this.sessions().filter(({ current }) => !current);
    this.ended.set(new Set(gone.map(({ id }) => id)));
    // The button has disappeared together with the other sessions.
    this.heading().nativeElement.focus({ preventScroll: true });
    this.#feedback.done($localize`:@@session.others.done:Signed out everywhere else.`);
  }
}
