/** How long the end of a session is worth a card of its own. */
const NEWS_FOR = 7 * 24 * 3_600_000;

/** In `localStorage`: the moment of the end that the person has read and put away. */
const READ = 'holdfast.read-end';

/** Whether an end (ISO 8601) is recent and has not been put away. */
export function isNews(at: string, now = Date.now()): boolean {
  return now - Date.parse(at) < NEWS_FOR && read() < at;
}

/** Puts an end away, and all before it. */
export function dismissNews(at: string): void {
  try {
    localStorage.setItem(READ, at);
  } catch {
    // The browser forbids storage: it is news again after a reload.
  }
}

function read(): string {
  try {
    return localStorage.getItem(READ) ?? '';
  } catch {
    return '';
  }
}
