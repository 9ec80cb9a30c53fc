/** A language that the pages speak. English is in the code; the words of the others are loaded when they are needed. */
export interface Language {
  readonly code: string;
  /** Its own name, in the language itself. */
  readonly name: string;
  /** Resolves when its words are in force. */
  readonly load: () => Promise<unknown>;
}

/** The languages. The first one is for people whose browsers ask for none of them. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  { code: 'en', name: 'English', load: () => Promise.resolve() },
  { code: 'de', name: 'Deutsch', load: () => import('../../i18n/de') },
];

/** The key in `localStorage`; present only if the person has chosen a language in the menu. */
const CHOICE = 'holdfast.language';

let spoken: Language = LANGUAGES[0];

/**
 * Loads the words of the chosen language, and tells the document. Never rejects: if the words cannot be
 * loaded, the pages speak English. Call it before any module with texts runs.
 */
export async function prepareLanguage(): Promise<void> {
  const wanted = languageFor(readChoice(), navigator.languages);
  try {
    await wanted.load();
    spoken = wanted;
  } catch {
    // The network is down, or a newer version has replaced the words. English is better than an error.
  }
  document.documentElement.lang = spoken.code;
}

/**
 * Returns the language chosen in the menu, else the browser's first one that the pages speak, else English.
 */
export function languageFor(choice: string | null, wishes: readonly string[]): Language {
  const known = (tag: string) => LANGUAGES.find(({ code }) => code === languageOf(tag));
  return (choice === null ? undefined : known(choice)) ?? wishes.map(known).find(Boolean) ?? LANGUAGES[0];
}

/** Returns the language that the pages speak now. */
export function language(): Language {
  return spoken;
}

/**
 * Returns the locale for dates and numbers: the browser's own variant of the language (`en-GB`, `de-AT`) if
 * it has one, else the language itself.
 */
export function formatLocale(wishes: readonly string[] = navigator.languages): string {
  return wishes.find((tag) => languageOf(tag) === spoken.code) ?? spoken.code;
}

/** Changes the language and loads the page again. */
export function chooseLanguage(code: string): void {
  try {
    localStorage.setItem(CHOICE, code);
  } catch {
    // The browser forbids storage: the page is loaded in the browser's language again.
  }
  location.reload();
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
