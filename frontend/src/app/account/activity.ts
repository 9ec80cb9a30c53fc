import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { deviceOf } from '../ui/device';
import { Icon } from '../ui/icon';
import { TimeInLocale, timeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { ActivityEvent, activityWords, endWords, isUnexpectedEnd } from './activity-words';
import { Timeline } from './timeline';

/** What happened to my account, day by day; and why I was signed out. */
@Component({
  selector: 'app-activity',
  imports: [
    Icon,
    ListEnd,
    MatButton,
    MatCard,
    MatCardContent,
    MatProgressBar,
    ProblemNotice,
    RouterLink,
    TimeInLocale,
  ],
  providers: [Timeline],
  templateUrl: './activity.html',
  styleUrl: './activity.scss',
})
export class Activity {
  readonly #announcer = inject(LiveAnnouncer);
  protected readonly timeline = inject(Timeline);
  protected readonly days = computed(() => {
    const days = new Map<string, ActivityEvent[]>();
    for (const event of this.timeline.items()) {
      const day = timeInLocale(event.at, 'day');
      days.set(day, [...(days.get(day) ?? []), event]);
    }
    return [...days].map(([day, events]) => ({ day, events: events.map(withWords) }));
  });
  protected readonly lastEnd = computed(() => {
    const event = this.timeline.items().find(isUnexpectedEnd);
    return event && { ...withWords(event), why: endWords(event.reason) };
  });
  protected readonly summary = computed(() => {
    const shown = this.timeline.items().length;
    const entries = shown === 1 ? '1 entry' : `${shown.toLocaleString()} entries`;
    return this.timeline.hasMore() ? `${entries} shown, there are more.` : `${entries}, that is all.`;
  });

  constructor() {
    this.timeline.restart();
    effect(() => {
      if (this.timeline.phase() === 'ready') void this.#announcer.announce(this.summary());
    });
  }
}

function withWords(event: ActivityEvent) {
  return {
    event,
    words: activityWords(event),
    device: event.user_agent ? deviceOf(event.user_agent).words : '',
  };
}
