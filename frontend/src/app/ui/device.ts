import { IconName } from './icons';

/** The marks in a user agent, the most telling first: nearly every browser also claims to be the others. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//u, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//u, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bWindows NT\b/u, 'Windows'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

const HANDHELD = new Set(['Android', 'iPhone', 'iPad']);

/**
 * A device from its user agent. It names only what is sure. The text of a program that is no browser is shown
 * as it is, with the icon of a program.
 */
export interface Device {
  readonly words: string;
  readonly icon: IconName;
}

/** `Chrome on Windows`, or the unknown user agent itself. The text comes from outside: show it as text. */
export function deviceOf(userAgent: string | null | undefined): Device {
  const text = userAgent?.trim() ?? '';
  if (text === '') return { words: $localize`:@@ui.device.unknown:Unknown device`, icon: 'computer' };
  const browser = first(BROWSERS, text);
  const system = first(SYSTEMS, text);
  const known = text.startsWith('Mozilla/5.0 (') && browser !== undefined && system !== undefined;
  return {
    words: known ? $localize`:@@ui.device:${browser}:browser: on ${system}:system:` : text,
    icon: iconOf(text, known ? system : undefined),
  };
}

function iconOf(text: string, system: string | undefined): IconName {
  // Every browser begins with this word.
  if (!text.startsWith('Mozilla/')) return 'terminal';
  return system !== undefined && HANDHELD.has(system) ? 'phone' : 'computer';
}

function first(marks: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return marks.find(([mark]) => mark.test(text))?.[1];
}
