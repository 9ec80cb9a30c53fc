import { Pipe, PipeTransform } from '@angular/core';
import { formatLocale } from './language';

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The formats made so far: to make one takes longer than to use it. */
function once<K, F>(make: (kind: K, locale: string) => F): (kind: K, locale?: string) => F {
  const made = new Map<string, F>();
  return (kind, locale = formatLocale()) => {
    const key = `${String(kind)} ${locale}`;
    const format = made.get(key) ?? make(kind, locale);
    made.set(key, format);
    return format;
  };
}

const sizes = once(
  (step: number, locale) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: SIZES[step] ?? 'byte',
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step > 1 ? 1 : 0,
    }),
);

/** Returns a size in the locale of the pages, such as `1.4 MB`. */
export function sizeInLocale(bytes: number, locale?: string): string {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  return sizes(step, locale).format(bytes / 1000 ** step);
}

/** Returns a share of 0 to 1 in the locale of the pages, such as `45%`. */
export function shareInLocale(share: number, locale = formatLocale()): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

const counts = once((_: '', locale) => new Intl.NumberFormat(locale));

/** Returns a count in the locale of the pages, such as `1,234`. */
export function countInLocale(count: number, locale?: string): string {
  return counts('', locale).format(count);
}

/**
 * The detail of a moment. `weekday`: the day with its weekday. `exact`: everything, the time zone included,
 * for comparing it with a log.
 */
export type TimeDetail = 'minutes' | 'seconds' | 'day' | 'time' | 'weekday' | 'exact';

const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;

const STYLES: Readonly<Record<TimeDetail, Intl.DateTimeFormatOptions>> = {
  minutes: { dateStyle: 'medium', timeStyle: 'short' },
  seconds: { dateStyle: 'medium', timeStyle: 'medium' },
  day: { dateStyle: 'long' },
  time: { timeStyle: 'short' },
  weekday: { weekday: 'long', ...DAY },
  exact: {
    weekday: 'short',
    ...DAY,
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
};

const times = once((detail: TimeDetail, locale) => new Intl.DateTimeFormat(locale, STYLES[detail]));

/** Returns a moment in the locale of the pages and the browser's time zone; empty if it is unreadable. */
export function timeInLocale(iso: string, detail: TimeDetail = 'minutes', locale?: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : times(detail, locale).format(time);
}

/**
 * Makes the first format of a document beforehand: a browser takes long for it, and the page would have to
 * wait.
 */
export function prepareLocale(): void {
  timeInLocale(new Date(0).toISOString());
}

/** `{{ files.length | countInLocale }}` */
@Pipe({ name: 'countInLocale' })
export class CountInLocale implements PipeTransform {
  transform(count: number): string {
    return countInLocale(count);
  }
}

/** `{{ file.size | sizeInLocale }}` */
@Pipe({ name: 'sizeInLocale' })
export class SizeInLocale implements PipeTransform {
  transform(bytes: number): string {
    return sizeInLocale(bytes);
  }
}

/** `{{ download.share | shareInLocale }}` */
@Pipe({ name: 'shareInLocale' })
export class ShareInLocale implements PipeTransform {
  transform(share: number): string {
    return shareInLocale(share);
  }
}

/** `{{ moment | timeInLocale: 'seconds' }}` */
@Pipe({ name: 'timeInLocale' })
export class TimeInLocale implements PipeTransform {
  transform(iso: string, detail?: TimeDetail): string {
    return timeInLocale(iso, detail);
  }
}
