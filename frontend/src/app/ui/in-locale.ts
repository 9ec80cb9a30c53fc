import { Pipe, PipeTransform } from '@angular/core';

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A format takes longer to make than to use, so each is made once. */
function once<K, F>(make: (kind: K, locale: string | undefined) => F): (kind: K, locale?: string) => F {
  const made = new Map<string, F>();
  return (kind, locale) => {
    const key = `${String(kind)} ${locale ?? ''}`;
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

/** A size in the browser's locale, such as `1.4 MB`. */
export function sizeInLocale(bytes: number, locale?: string): string {
  const step = bytes < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3));
  return sizes(step, locale).format(bytes / 1000 ** step);
}

/** A share of 0 to 1 in the browser's locale, such as `45%`. */
export function shareInLocale(share: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

/** How much of a moment is told. */
export type TimeDetail = 'minutes' | 'seconds' | 'day' | 'time';

const STYLES: Readonly<Record<TimeDetail, Intl.DateTimeFormatOptions>> = {
  minutes: { dateStyle: 'medium', timeStyle: 'short' },
  seconds: { dateStyle: 'medium', timeStyle: 'medium' },
  day: { dateStyle: 'long' },
  time: { timeStyle: 'short' },
};

const times = once((detail: TimeDetail, locale) => new Intl.DateTimeFormat(locale, STYLES[detail]));

/** A moment in the browser's locale and time zone; an unreadable one is empty. */
export function timeInLocale(iso: string, detail: TimeDetail = 'minutes', locale?: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : times(detail, locale).format(time);
}

/** The first format of a document takes a browser long to make. Making it beforehand spares the page that wait. */
export function prepareLocale(): void {
  timeInLocale(new Date(0).toISOString());
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
