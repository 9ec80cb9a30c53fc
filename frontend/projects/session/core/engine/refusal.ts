/** The meaning of a 401 of the API for the session. */
export interface Refusal {
  /** The session is over. */
  readonly endsSession: boolean;
  /** The token is too old or unknown: a newer one may be accepted. */
  readonly tokenInvalid: boolean;
  /** Why the session ended, if the server says so. */
  readonly reason: string | undefined;
}

/** Reads the parsed body of a 401 (RFC 9457); anything else than a problem says nothing. */
export function refusalIn(body: unknown): Refusal {
  const { code, reason } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    reason?: unknown;
  };
  return {
    endsSession: code === 'session_ended' || code === 'google_access_lost',
    tokenInvalid: code === 'access_token_invalid',
    reason: typeof reason === 'string' ? reason : undefined,
  };
}
