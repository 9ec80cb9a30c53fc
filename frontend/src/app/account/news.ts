/** The time for which the end of a session deserves a card of its own. */
const NEWS_FOR = 7 * 24 * 3_600_000;

/**
 * The key in `localStorage`, for each account: the moment of the end that the person has read and put away.
 */
const READ = 'holdfast.read-end.';

/**
 * Tells whether an end (ISO 8601) is recent and has not been put away by the person whose account this is.
 */
export function isNews(at: string, account: string, now = Date.now()): boolean {
  return now - Date.parse(at) < NEWS_FOR && read(account) < at;
}

/** Puts an end away, and all before it, for this account alone. */
export function dismissNews(at: string, account: string): void {
  try {
    localStorage.setItem(READ + account, at);
  } catch {
    // The browser forbids storage: the end is news again after a reload.
  }
}

function read(account: string): string {
  try {
    return localStorage.getItem(READ + account) ?? '';
  } catch {
    return '';
  }
}
