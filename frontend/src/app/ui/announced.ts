/**
 * How long an announcement can be found by screen readers, for `LiveAnnouncer.announce`; after that it goes, so that
 * nobody comes upon it on another page. Milliseconds.
 */
export const ANNOUNCED_FOR = 10_000;
