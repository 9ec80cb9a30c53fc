import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Session } from '@holdfast/session';
import { ProblemNotice } from '../problem/problem-notice';
import { ANNOUNCED_FOR } from '../ui/announced';
import { deviceOf } from '../ui/device';
import { Icon } from '../ui/icon';
import { countInLocale, timeInLocale } from '../ui/in-locale';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { TimeAgo } from '../ui/time-ago';
import { ActivityGroup, groupByCause } from './activity-groups';
import { ActivityEvent, activityWords, endWords, isUnexpectedEnd, namesTheAsker } from './activity-words';
import { dismissNews, isNews } from './news';
import { Timeline } from './timeline';

/**
 * The events of the account, by day and by cause. While the latest end of a session is news, a card tells why
 * the person was signed out.
 */
@Component({
  selector: 'app-activity',
  imports: [
    Icon,
    ListAge,
    ListEnd,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatProgressBar,
    ProblemNotice,
    RouterLink,
    TimeAgo,
  ],
  providers: [Timeline],
  templateUrl: './activity.html',
  styleUrl: './activity.scss',
})
export class Activity {
  readonly #announcer = inject(LiveAnnouncer);
  readonly #account = inject(Session).accountId;
  readonly #dismissed = signal(false);
  protected readonly timeline = inject(Timeline);
  readonly #groups = computed(() => groupByCause(this.timeline.items()));
  protected readonly days = computed(() => {
    const days = new Map<string, ActivityGroup[]>();
    for (const group of this.#groups()) {
      const day = timeInLocale(group.head.at, 'weekday');
      days.set(day, [...(days.get(day) ?? []), group]);
    }
    return [...days].map(([day, groups]) => ({ day, groups: groups.map(withWords) }));
  });
  protected readonly lastEnd = computed(() => {
    const event = this.timeline.items().find((each) => isUnexpectedEnd(each) && !isOfThisBrowser(each));
    if (!event || this.#dismissed() || !isNews(event.at, this.#account() ?? '')) return undefined;
    return { at: event.at, why: endWords(event.reason), device: deviceWords(event.user_agent) };
  });
  protected readonly summary = computed(() => {
    const shown = countInLocale(this.#groups().length);
    return this.timeline.hasMore()
      ? $localize`:@@account.activity.shown:Showing the latest ${shown}:count: events`
      : $localize`:@@account.activity.all:Showing all events (${shown}:count:)`;
  });

  constructor() {
    this.timeline.resume('activity');
    effect(() => {
      if (this.timeline.phase() === 'ready') void this.#announcer.announce(this.summary(), ANNOUNCED_FOR);
    });
  }

  protected dismiss(at: string): void {
    dismissNews(at, this.#account() ?? '');
    this.#dismissed.set(true);
  }
}

function withWords({ head, ended, times }: ActivityGroup) {
  const ends = head.type === 'session_ended' ? [head, ...ended] : ended;
  const devices = namesTheAsker(head) ? [] : ends.map(({ user_agent }) => deviceWords(user_agent));
  return {
    event: head,
    words: activityWords(head),
    device: devices.length > 1 ? '' : deviceWords(head.user_agent),
    ended: ended.length === 0 ? [] : devices.filter(Boolean),
    sessions: ended.length === 0 ? 0 : ends.length,
    times,
  };
}

/**
 * Tells whether an event comes from this browser: a person who signs out their other sessions here was not
 * signed out here.
 */
function isOfThisBrowser(event: ActivityEvent): boolean {
  return namesTheAsker(event) && event.user_agent === navigator.userAgent;
}

function deviceWords(userAgent: string | null | undefined): string {
  return userAgent ? deviceOf(userAgent).words : '';
}
