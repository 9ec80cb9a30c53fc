import { timeInLocale } from '../ui/in-locale';

/** A moment of an event: a time, or a date alone for an event of whole days. */
interface Moment {
  readonly dateTime?: string;
  readonly date?: string;
}

/** An event as Google Calendar sends it. All texts come from outside: show them as text only. */
export interface CalendarEvent {
  readonly id?: string;
  readonly summary?: string;
  readonly location?: string;
  readonly start?: Moment;
  readonly end?: Moment;
}

/** A meeting in words. */
export interface Meeting {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  /** The day, which meetings are listed under. */
  readonly day: string;
  readonly time: string;
  /** The moment at which it begins, for machines. */
  readonly begins: string;
}

const WHOLE_DAY = $localize`:@@demo.meetings.whole-day:All day`;

/** Returns a meeting in words; none for an event without a beginning that can be read. */
export function meetingOf(event: CalendarEvent, at: number): Meeting | undefined {
  const begins = event.start?.dateTime ?? event.start?.date;
  // A date alone is one of the person's own days, wherever they are.
  const moment = event.start?.dateTime ?? `${event.start?.date ?? ''}T00:00`;
  const day = timeInLocale(moment, 'weekday');
  if (begins === undefined || day === '') return undefined;
  return {
    id: event.id ?? String(at),
    title: event.summary ?? $localize`:@@demo.meetings.untitled:Without a title`,
    place: event.location ?? '',
    day,
    time:
      event.start?.dateTime === undefined ? WHOLE_DAY : timesOf(event.start.dateTime, event.end?.dateTime),
    begins,
  };
}

function timesOf(start: string, end: string | undefined): string {
  const [from, to] = [timeInLocale(start, 'time'), timeInLocale(end ?? '', 'time')];
  return to === '' ? from : $localize`:@@demo.meetings.times:${from}:from: to ${to}:to:`;
}
