/** The reasons that the server and this library give for the end of a session. */
export const END_REASONS = [
  'signed_out',
  'ended_elsewhere',
  'ended_by_administrator',
  'idle',
  'expired',
  'token_reused',
  'google_revoked',
  'google_reauth',
  'google_policy',
  'google_client_rejected',
  'google_signed_out',
  'google_account_at_risk',
  'disconnected',
  'erased',
  'account_disabled',
  'refused',
] as const;

/**
 * A reason known to this version. `refused` is the library's own: the server refused a token that it had just issued. All
 * others are the server's.
 */
export type KnownEndReason = (typeof END_REASONS)[number];

/** Why a session ended: a known reason, or the text of one that a newer server gives. */
export type EndReason = KnownEndReason | (string & Record<never, never>);
