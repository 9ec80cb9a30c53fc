import { HttpClient } from '@angular/common/http';
import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure, failureOf } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { CalendarEvent, Meeting, meetingOf } from './meeting';

const EVENTS = '/api/google/calendar/calendars/primary/events';

/** The outline of a calendar, of Google's Material icons (Apache-2.0), 24 by 24. */
const CALENDAR =
  'M17 12h-5v5h5v-5zM16 1v2H8V1H6v2H5c-1.11 0-1.99.9-1.99 2L3 19c0 1.1.89 2 2 2h14c1.1 0 2-.9 2-2V5c0-1.1-.9-2-2-2h-1V1h-2zm3 18H5V8h14v11z';

/** The most meetings that are shown. */
const MOST = 10;

/**
 * An example of a page over another API of Google: the next meetings in the person's calendar, by nothing but `HttpClient` and
 * the gateway of Holdfast. Where the gateway does not open Calendar, it says so.
 */
@Component({
  selector: 'app-meetings',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice],
  templateUrl: './meetings.html',
  styleUrl: './meetings.scss',
})
export class Meetings {
  readonly #http = inject(HttpClient);
  readonly #destroyed = inject(DestroyRef);
  readonly #events = signal<readonly CalendarEvent[] | undefined>(undefined);

  protected readonly calendar = CALENDAR;
  protected readonly loading = signal(false);
  protected readonly failure = signal<Failure | undefined>(undefined);
  /** Whether this installation does not open Calendar to its pages. */
  protected readonly missing = computed(() => this.failure()?.code === 'not_found');
  protected readonly meetings = computed(() =>
    this.#events()?.flatMap((event, at) => meetingOf(event, at) ?? []),
  );
  /** The meetings by day, in the order of time. */
  protected readonly days = computed(() => {
    const days = new Map<string, Meeting[]>();
    for (const meeting of this.meetings() ?? [])
      days.set(meeting.day, [...(days.get(meeting.day) ?? []), meeting]);
    return [...days].map(([day, meetings]) => ({ day, meetings }));
  });

  constructor() {
    this.load();
  }

  protected load(): void {
    this.loading.set(true);
    this.failure.set(undefined);
    const params = {
      timeMin: new Date().toISOString(),
      singleEvents: true,
      orderBy: 'startTime',
      maxResults: MOST,
    };
    this.#http
      .get<{ readonly items?: readonly CalendarEvent[] }>(EVENTS, { params })
      .pipe(takeUntilDestroyed(this.#destroyed))
      .subscribe({
        next: ({ items }) => {
          this.#events.set(items ?? []);
          this.loading.set(false);
        },
        error: async (error: unknown) => {
          const failure = await failureOf(error);
          this.loading.set(false);
          // The page goes away with the session.
          if (failure.code !== 'signed_out') this.failure.set(failure);
        },
      });
  }
}
