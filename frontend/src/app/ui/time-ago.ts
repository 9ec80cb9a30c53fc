import { Component, computed, inject, input } from '@angular/core';
import { timeInLocale } from './in-locale';
import { formatLocale } from './language';
import { Ticker } from './ticker';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The age from which a date says more. */
const WEEK = 7 * DAY;
/** The time ahead at which a moment may well have passed: clocks differ a little. */
const CLOCKS_DIFFER = 5_000;

const JUST_NOW = $localize`:@@ui.just-now:less than a minute ago`;
const SOON = $localize`:@@ui.soon:in less than a minute`;

/**
 * A moment as people speak of it: "less than a minute ago", "2 min ago", "in 3 hr", "yesterday" (of the
 * calendar, in the browser's time zone), and from a week on the date. The exact moment, weekday and time zone
 * included, is shown when the pointer rests on it and is told to screen readers. The text changes only when
 * its words change; until then the document is not touched.
 *
 * `<app-time-ago [at]="session.last_refreshed_at" />`; nothing is shown for a moment that cannot be read.
 */
@Component({
  selector: 'app-time-ago',
  template: `@if (words()) {
    <time [attr.datetime]="at()" [title]="exact()"
      >{{ words() }}<span class="cdk-visually-hidden"> ({{ exact() }})</span></time
    >
  }`,
})
export class TimeAgo {
  /** The moment in ISO 8601. */
  readonly at = input.required<string>();

  readonly #ticker = inject(Ticker);
  protected readonly exact = computed(() => timeInLocale(this.at(), 'exact'));
  protected readonly words = computed(() => timeAgo(this.at(), Math.max(this.#ticker.now(), 0)));
}

/**
 * Returns the words for a moment (ISO 8601) as seen from `now` (milliseconds); empty for a moment that cannot
 * be read.
 */
export function timeAgo(at: string, now = Date.now(), locale = formatLocale()): string {
  const distance = Date.parse(at) - now;
  if (Number.isNaN(distance)) return '';
  const far = Math.abs(distance);
  if (far < MINUTE) return distance > CLOCKS_DIFFER ? SOON : JUST_NOW;
  if (far >= WEEK) return timeInLocale(at, 'minutes', locale);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // "Yesterday" is the previous day on the calendar; less than two days ago would be wrong.
  if (far >= DAY) return format.format(daysBetween(now, Date.parse(at)), 'day');
  const [unit, size] = unitFor(far);
  return format.format(Math.trunc(distance / size), unit);
}

function unitFor(far: number): readonly ['minute' | 'hour', number] {
  return far < HOUR ? ['minute', MINUTE] : ['hour', HOUR];
}

/**
 * Returns the days of the calendar; rounded, because a day on which the clocks change has an hour more or
 * less.
 */
function daysBetween(from: number, to: number): number {
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / DAY);
}
