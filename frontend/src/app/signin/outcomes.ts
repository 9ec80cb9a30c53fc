/** The codes about a sign-in just tried; the person may still be signed in from before. Their words are in `reasons`. */
const OUTCOMES = new Set([
  'cancelled',
  'other_account',
  'cookies_missing',
  'sign_in_expired',
  'sign_in_refused',
  'account_not_allowed',
  'account_disabled',
  'google_account_at_risk',
  'offline_access_missing',
  'google_unavailable',
  'google_client_rejected',
  'storage_unavailable',
]);

/** Tells whether the code is about the end of a sign-in just tried. */
export function isSignInOutcome(code: string | null | undefined): boolean {
  return OUTCOMES.has(code ?? '');
}
