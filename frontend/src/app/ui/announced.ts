/**
 * The time for which screen readers can find an announcement, for `LiveAnnouncer.announce`. After that it
 * disappears, so that it is not found on another page. Milliseconds.
 */
export const ANNOUNCED_FOR = 10_000;
