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

/** The reason for the end of a session: a known one, or the text of one that a newer server gives. */
export type EndReason = KnownEndReason | (string & Record<never, never>);

/** Words for each reason that this version knows. */
export type EndReasonWords = Readonly<Record<KnownEndReason, string>>;

/** Default words, in English: what happened, and what to do. Replace any of them with words of your own. */
export const END_REASON_WORDS: EndReasonWords = {
  signed_out: 'You are signed out.',
  ended_elsewhere: 'You signed this browser out from another browser or device.',
  ended_by_administrator: 'An administrator ended your session. You can sign in again.',
  idle: 'You were signed out after a long time without activity. Sign in again.',
  expired: 'For security, you need to sign in again from time to time.',
  token_reused: 'Your session was ended to protect you: someone may have used a copy of it. Sign in again.',
  google_revoked: 'Access to your Google account was removed. Sign in to allow it again.',
  google_reauth: 'Google needs you to sign in again to confirm it’s you.',
  google_policy: 'Your organisation does not allow this. Only its Google administrator can change that.',
  google_client_rejected: 'Google does not accept this application at the moment. Try again later.',
  google_signed_out:
    'Google signed you out everywhere, for example because your password changed. Sign in again.',
  google_account_at_risk:
    'Google reports that someone else may have used your account. Secure it at myaccount.google.com, then sign in.',
  disconnected: 'Your Google account is disconnected. Sign in to connect it again.',
  erased: 'Your data has been deleted, and you are signed out everywhere.',
  account_disabled: 'Your account has been disabled. Contact your administrator.',
  refused: 'Your session is no longer valid. Sign in again to continue.',
};

const UNKNOWN_END = 'Your session has ended. Sign in to continue.';

/**
 * A sentence for people about why a session ended: yours from `words`, else the default. A missing reason, or one that
 * this version does not know, gets a general sentence: codes are never shown.
 */
export function endReasonText(
  reason: EndReason | undefined,
  words: Partial<EndReasonWords> & Readonly<Record<string, string | undefined>> = {},
): string {
  const known = { ...END_REASON_WORDS, ...words } as Readonly<Record<string, string | undefined>>;
  return (reason !== undefined && Object.hasOwn(known, reason) ? known[reason] : undefined) ?? UNKNOWN_END;
}
