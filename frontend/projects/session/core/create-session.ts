import {
  NO_PAGE,
  NO_TRANSPORT,
  SILENCE,
  channelOfTabs,
  feedOf,
  keysOf,
  lockOfTab,
  lockOfTabs,
  noteOf,
  pageOf,
  placeOf,
  transportTo,
  turnOfTabs,
} from './browser/browser-ports';
import { NO_POPUPS, popupsOf } from './browser/consent-popup';
import { SYSTEM_CLOCK } from './browser/system-clock';
import { CoreSession } from './core-session';
import { SessionOptions, completed } from './engine/session-options';

/** The options of a session without Angular. */
export interface CoreOptions extends SessionOptions {
  /** One refresh for all tabs, and the end of the session in all at once. Default true. */
  readonly crossTab?: boolean;
  /** Whether tabs hand each other the access token; see `withCrossTab`. Default true. */
  readonly shareToken?: boolean;
  /** Refreshes this many seconds before the token runs out, in visible tabs; 0 refreshes on demand only. Default 30. */
  readonly ahead?: number;
  /**
   * Listens in one tab of the browser to what the server tells of the session and the grant; needs `crossTab` and Web
   * Locks. Default true.
   */
  readonly live?: boolean;
}

/**
 * The session of this document, with or without a framework; one per document. Nothing happens before `start`.
 *
 * It can be made on a server too: there it stays `restoring`, never refreshes, and `fetch` sends no token.
 */
export function createSession(options: CoreOptions = {}): CoreSession {
  const { crossTab = true, shareToken = true, ahead = 30, live = true } = options;
  const paths = completed(options);
  const clock = SYSTEM_CLOCK;
  const document = typeof globalThis.document === 'undefined' ? undefined : globalThis.document;
  const tabs = crossTab && document !== undefined;
  return new CoreSession(
    {
      transport: document ? transportTo(paths, clock) : NO_TRANSPORT,
      lock: tabs ? lockOfTabs(paths, clock) : lockOfTab(),
      channel: tabs ? channelOfTabs(paths) : SILENCE,
      clock,
      page: document ? pageOf(document) : NO_PAGE,
      keys: keysOf(paths),
      note: noteOf(paths),
      popups: document ? popupsOf(paths, clock, document) : NO_POPUPS,
      feed: feedOf(paths, clock),
      turn: tabs && live ? turnOfTabs(paths) : undefined,
    },
    {
      ...paths,
      shareToken: crossTab && shareToken,
      ahead,
      place: document && placeOf(document),
      window: document?.defaultView ?? undefined,
    },
  );
}
