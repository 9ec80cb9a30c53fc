import { EndReason } from './end-reason';

/**
 * The relation of a person to this tab.
 *
 * - `restoring`: just loaded, the server has not answered yet
 * - `anonymous`: signed out, and without a session since the page was loaded
 * - `active`: signed in
 * - `unreachable`: may well be signed in, but the server cannot say so now; tried again by itself
 * - `ended`: was signed in until something ended the session; see the reason
 */
export type SessionStatus = 'restoring' | 'anonymous' | 'active' | 'unreachable' | 'ended';

/** The access token of one session, held in memory only. Times are milliseconds of the local clock. */
export interface AccessToken {
  /** The text that goes behind `Bearer`. */
  readonly value: string;
  /** The session that the token belongs to; a token of another session never counts as a newer one. */
  readonly sessionId: string;
  /** When it arrived. */
  readonly obtainedAt: number;
  /** When it runs out. */
  readonly expiresAt: number;
  /** When the session ends unless something refreshes it before; absent if the server did not say. */
  readonly sessionExpiresAt: number | undefined;
  /** When the session ends even if it is refreshed; absent if the server did not say. */
  readonly sessionEndsAt?: number | undefined;
}

/** The server's answer in place of a token, short of the end of the session. */
export interface Trouble {
  /** The status of HTTP, such as 403 or 503. */
  readonly status: number;
  /** The code of the problem (RFC 9457) in the answer, such as `cross_site_request`; absent when there was none. */
  readonly code: string | undefined;
}

/** The state of the person's grant at Google, as the server tells open pages of it. */
export interface GrantNews {
  /** A status such as `active`, `degraded` or `scope_short`. */
  readonly status: string;
  /** The permissions that are always asked for and that the person has not allowed. */
  readonly missingScopes: readonly string[];
}

/** Everything that the engine tells its watchers. */
export interface SessionState {
  /** See `SessionStatus`. */
  readonly status: SessionStatus;
  /** A code such as `expired` or `google_revoked`; absent if no reason was given. */
  readonly endReason?: EndReason | undefined;
  /** The latest access token, while the session lives. */
  readonly token?: AccessToken | undefined;
  /** Why it is `unreachable`; absent when there was no answer at all. */
  readonly trouble?: Trouble | undefined;
}

/**
 * The outcome of a refresh; times are milliseconds.
 *
 * - `granted`: a new access token
 * - `anonymous`: the browser has no refresh cookie
 * - `ended`: the session is over, definitely
 * - `superseded`: this refresh was repeated elsewhere and the session has moved on; a fresh key gets a token
 * - `malformed-key`: the server does not take this idempotency key; another one is made
 * - `unavailable`: anything else, a lost network included; the person stays signed in
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

/** The time limits of the engine; milliseconds. */
export interface Patience {
  /** The wait for the answer to a refresh or a logout. A call that takes longer is not aborted. */
  readonly refreshTimeout: number;
  /** The wait for the lock; longer than `refreshTimeout`, or a slow server would get one refresh per tab. */
  readonly lockWait: number;
  /** The wait for other tabs to hand over a newer token. */
  readonly peerWait: number;
  /** The time after which an unanswered refresh counts as lost; a later answer may put a spent cookie back. */
  readonly lateAnswer: number;
}

/** The default time limits, tried with five tabs at once, a slow server and a hanging tab. */
export const PATIENCE: Patience = {
  refreshTimeout: 8_000,
  lockWait: 10_000,
  peerWait: 60,
  lateAnswer: 600_000,
};

/** Whether the token may be sent. In its last seconds it may not: it would be refused on arrival. */
export function usableAt(now: number, token: AccessToken): boolean {
  const margin = Math.min(5_000, (token.expiresAt - token.obtainedAt) / 5);
  return now < token.expiresAt - margin;
}
