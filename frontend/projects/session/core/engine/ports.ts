import { AccessToken, GrantNews, RefreshAnswer } from './model';

/** The two calls to the server. Neither rejects, and neither is ever aborted. */
export interface Transport {
  /** Asks for a new access token. The same key again must get the same answer. */
  refresh(idempotencyKey: string): Promise<RefreshAnswer>;
  /** Ends the session; tells whether the server confirmed it. */
  logout(): Promise<boolean>;
}

/** A lock with one holder at a time, in all tabs of the browser. */
export interface Lock {
  /** Runs the task as the only holder, or without the lock after `wait` milliseconds: a hung tab must not hang all. */
  run<T>(wait: number, task: () => Promise<T>): Promise<T>;
}

/**
 * The messages between tabs.
 *
 * - `ask`: every tab with a good token shall say so
 * - `refreshing`, `answered`: a refresh of mine is under way, or has come to an end
 * - `refreshed`: here is a newer token, or at least the news of one
 * - `ended`: this session is over
 * - `grant`: the server told the tab that listens how the grant of this session is
 */
export type TabMessage =
  | { readonly type: 'ask' }
  | {
      /** A refresh with that key is sent; until it is answered, no tab knows where its cookie is. */
      readonly type: 'refreshing';
      readonly key: string;
      /** The tab that says so: a random name. */
      readonly tab: string;
    }
  | {
      /** All that this tab has sent with the key of its latest refresh is answered, or failed. */
      readonly type: 'answered';
      readonly tab: string;
    }
  | {
      readonly type: 'refreshed';
      readonly sessionId: string;
      /** The idempotency key whose answer has arrived; absent while another answer to it is awaited. */
      readonly key: string | undefined;
      readonly token?: AccessToken | undefined;
    }
  | {
      readonly type: 'ended';
      /** Absent when the sender never learnt it: the receiver then asks the server. */
      readonly sessionId: string | undefined;
      readonly reason: string | undefined;
    }
  | { readonly type: 'grant'; readonly sessionId: string; readonly grant: GrantNews };

/** Reaches the other tabs, never the sender. */
export interface Channel {
  /** Sends to all other tabs that are open now, if it can; never throws. */
  post(message: TabMessage): void;
  /** Calls `hear` with each message that others send from now on. */
  listen(hear: (message: TabMessage) => void): void;
}

/** An event of the server's stream; `hello` is the first of each stream. */
export type ServerEvent =
  | { readonly type: 'hello' }
  | { readonly type: 'session-ended'; readonly reason: string | undefined }
  | { readonly type: 'grant'; readonly grant: GrantNews };

/**
 * The end of a stream.
 *
 * - `closed`: the server closed it, or it broke, or there never was an answer; this says nothing about the session
 * - `ended`: the server refused it because the session is over
 * - `refused`: the server refused it for another reason
 */
export type FeedEnd =
  | { readonly kind: 'closed' }
  | { readonly kind: 'ended'; readonly reason: string | undefined }
  | {
      readonly kind: 'refused';
      /** The status of HTTP. */
      readonly status: number;
      /** The wait that the server asks for; milliseconds. */
      readonly retryAfter: number | undefined;
    };

/** The server's stream of events. */
export interface EventFeed {
  /**
   * Opens the stream with that token and calls `hear` with each event. Resolves when the stream is over, or soon after
   * `signal` is aborted; never rejects.
   */
  open(token: AccessToken, hear: (event: ServerEvent) => void, signal: AbortSignal): Promise<FeedEnd>;
}

/** The turn of the one tab of the browser that listens. */
export interface Turn {
  /**
   * Waits for the turn, however long it takes, runs the task and passes the turn on. Runs nothing once `signal` is
   * aborted. Resolves in any case, and never rejects.
   */
  take(signal: AbortSignal, task: () => Promise<void>): Promise<void>;
}

/** Time and chance. */
export interface Clock {
  /** Milliseconds of the wall clock, which goes on while the machine sleeps. */
  now(): number;
  /** Calls once after `delay` milliseconds unless cancelled by the function returned. */
  after(delay: number, call: () => void): () => void;
  /** A random number: at least 0, less than 1. */
  random(): number;
}

/** `shown`: visible or focused again. `online`: the network is back. */
export type PageEvent = 'shown' | 'online';

/** The document. */
export interface Page {
  /** Whether a person can see it. */
  visible(): boolean;
  /** Calls `hear` with each event from now on. */
  listen(hear: (event: PageEvent) => void): void;
  /**
   * Loads the document again, which forgets everything in memory. No content of the present one is seen from now on.
   */
  reload(): void;
  /** As `reload`, but loads that address of the same origin. */
  open(url: string): void;
  /** Navigates to that address of the same origin; the page stays visible until the browser leaves it. */
  go(url: string): void;
  /** The path and query of its address. */
  here(): string;
}

/** The end of a popup: it returned to our origin, perhaps with a reason, or the person left it. */
export type PopupEnd =
  | {
      readonly kind: 'returned';
      /** Why the sign-in did not work out, a code of `/login?reason=`; absent when it did. */
      readonly reason: string | undefined;
    }
  | { readonly kind: 'left' };

/** A window that takes the person to Google and back. */
export interface Popup {
  /** Resolves when it has returned, or when the person is back at this page without it. */
  readonly end: Promise<PopupEnd>;
}

/** Opens popups. */
export interface Popups {
  /**
   * Opens a popup at that address of the same origin, whose `return_to` is `path` with the query `flow`. Call it while
   * a click is handled. Absent when the browser blocks popups.
   */
  open(address: (returnTo: string) => string): Popup | undefined;
}

/** Keeps the latest idempotency key of this browser. The key is no token: it is worthless without the cookie. */
export interface KeyStore {
  /** The stored key, if it is well-formed. */
  latest(): string | undefined;
  /** Makes a fresh random key and keeps it in place of the previous one. */
  mint(): string;
  /** Removes the key. */
  remove(): void;
}

/** The note that a document of this tab leaves for the one that is loaded in its place. */
export interface Note {
  /** Keeps the text until the next document takes it. */
  leave(text: string): void;
  /** The text that was left, once. */
  take(): string | undefined;
}

/** All that the engine needs from outside. */
export interface Ports {
  /** The calls to the server. */
  readonly transport: Transport;
  /** The lock that the refreshing tab holds. */
  readonly lock: Lock;
  /** The channel to the other tabs. */
  readonly channel: Channel;
  /** Time and chance. */
  readonly clock: Clock;
  /** The document. */
  readonly page: Page;
  /** The store of the idempotency keys of refreshes. */
  readonly keys: KeyStore;
  /** The note about the account that this document was signed in to when it had to be loaded again. */
  readonly note: Note;
}
