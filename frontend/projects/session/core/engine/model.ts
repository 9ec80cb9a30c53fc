import { EndReason } from './end-reason';

/**
 * What a person is to this tab.
 *
 * - `restoring`: just loaded, the server has not answered yet
 * - `anonymous`: nobody is signed in, and nobody was since the page was loaded
 * - `active`: signed in
 * - `unreachable`: may well be signed in, but the server cannot say so now; tried again by itself
 * - `ended`: was signed in until something ended the session; see the reason
 */
export type SessionStatus = 'restoring' | 'anonymous' | 'active' | 'unreachable' | 'ended';

/** The access token of one session, held in memory only. Times are milliseconds of the local clock. */
export interface AccessToken {
  /** What goes behind `Bearer`. */
  readonly value: string;
  /** The session it belongs to; tokens of another one are never taken for newer ones of this. */
  readonly sessionId: string;
  /** When it arrived. */
  readonly obtainedAt: number;
  /** When it runs out. */
  readonly expiresAt: number;
  /** When the session ends unless something refreshes it before; absent if the server did not say. */
  readonly sessionExpiresAt: number | undefined;
  /** When the session ends whatever refreshes it; absent if the server did not say. */
  readonly sessionEndsAt?: number | undefined;
}

/** What the server answered instead of a token, short of the end of the session. */
export interface Trouble {
  /** Of HTTP, such as 403 or 503. */
  readonly status: number;
  /** Of the problem (RFC 9457) in the answer, such as `cross_site_request`; absent when there was none. */
  readonly code: string | undefined;
}

/** Everything the engine tells to whoever watches it. */
export interface SessionState {
  /** See `SessionStatus`. */
  readonly status: SessionStatus;
  /** A code such as `expired` or `google_revoked`; absent when nobody said why. */
  readonly endReason?: EndReason | undefined;
  /** The latest one, while the session lives. */
  readonly token?: AccessToken | undefined;
  /** Why it is `unreachable`; absent when there was no answer at all. */
  readonly trouble?: Trouble | undefined;
}

/**
 * What a refresh came to; times are milliseconds.
 *
 * - `granted`: a new access token
 * - `anonymous`: the browser has no refresh cookie
 * - `ended`: the session is over, definitely
 * - `superseded`: this refresh was repeated elsewhere and the session has moved on; a fresh key gets a token
 * - `malformed-key`: the server does not take this idempotency key; another one is made
 * - `unavailable`: anything else, a lost network included; nobody is signed out
 */
export type RefreshAnswer =
  | {
      readonly kind: 'granted';
      readonly accessToken: string;
      readonly expiresIn: number;
      readonly sessionId: string;
      readonly sessionExpiresAt: number | undefined;
      readonly sessionEndsAt?: number | undefined;
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'ended'; readonly reason?: string | undefined }
  | { readonly kind: 'superseded'; readonly trouble?: Trouble | undefined }
  | { readonly kind: 'malformed-key'; readonly trouble?: Trouble | undefined }
  | {
      readonly kind: 'unavailable';
      readonly retryAfter?: number | undefined;
      /** Absent when there was no answer. */
      readonly trouble?: Trouble | undefined;
    };

/** How patient the engine is; milliseconds. */
export interface Patience {
  /** For the answer to a refresh or a logout. It is not aborted then, only no longer waited for. */
  readonly refreshTimeout: number;
  /** For the lock; longer than `refreshTimeout`, or a slow server would get one refresh per tab. */
  readonly lockWait: number;
  /** For other tabs to hand over a newer token. */
  readonly peerWait: number;
  /** Until an unanswered refresh counts as lost for good; what is later may put a spent cookie back. */
  readonly lateAnswer: number;
}

/** Seen to work with five tabs at once, a slow server and a hanging tab. */
export const PATIENCE: Patience = {
  refreshTimeout: 8_000,
  lockWait: 10_000,
  peerWait: 60,
  lateAnswer: 600_000,
};

/** A token is not sent in its last seconds: it would be refused on arrival. */
export function usableAt(now: number, token: AccessToken): boolean {
  const margin = Math.min(5_000, (token.expiresAt - token.obtainedAt) / 5);
  return now < token.expiresAt - margin;
}
