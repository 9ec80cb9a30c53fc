/** What the person is told about why they are at the sign-in page. */
export interface ReasonWords {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}

const WORDS: Readonly<Record<string, ReasonWords>> = {
  // The session ended.
  signed_out: info('You are signed out. Your files are where they were.'),
  ended_elsewhere: info('This session was ended from another device or browser of yours.'),
  idle: info('You were away for a long time, so you were signed out to be safe.'),
  expired: info('Your session reached its longest time. Please sign in again.'),
  refused: warning('Holdfast no longer accepted this session. Please sign in again.'),
  token_reused: warning(
    'Somebody may have tried to use a copy of your session, so it was ended. Signing in again starts a new, safe one.',
  ),
  google_revoked: warning(
    'Google no longer lets Holdfast see your Drive: the permission was taken back. Sign in to give it again.',
  ),
  google_reauth: warning(
    'Google wants to see you again before it lets Holdfast see your Drive. Please sign in.',
  ),
  google_policy: warning(
    'Your organisation does not allow Holdfast to see your Drive. Its Google administrator can change that.',
  ),
  google_client_rejected: warning(
    'Google does not accept Holdfast at the moment. That is ours to mend, not yours; please try again later.',
  ),
  disconnected: info('Holdfast is disconnected from your Google account. Sign in to connect it again.'),
  erased: info('Everything Holdfast knew about you has been erased.'),
  account_disabled: warning('Your Holdfast account is switched off. Please ask whoever runs this Holdfast.'),
  // The sign-in did not work out.
  cancelled: info('You cancelled at Google, so nothing has changed. You can try again any time.'),
  sign_in_expired: info('That sign-in took too long or was already used. Please start it again.'),
  sign_in_refused: warning('The sign-in could not be trusted, so it was refused. Please start it again.'),
  account_not_allowed: warning(
    'This Google account may not use this Holdfast. Choose another account at Google.',
  ),
  offline_access_missing: warning(
    'Google did not give Holdfast a lasting permission. Please try again, and allow everything it asks.',
  ),
  google_unavailable: warning('Google cannot be reached right now. Please try again in a moment.'),
  storage_unavailable: warning('Holdfast has trouble with its own storage. Please try again in a moment.'),
};

/** These are about a sign-in just tried; the person may still be signed in from before. */
const OUTCOMES = new Set([
  'cancelled',
  'sign_in_expired',
  'sign_in_refused',
  'account_not_allowed',
  'offline_access_missing',
  'google_unavailable',
  'google_client_rejected',
  'storage_unavailable',
]);

/** Our words for a code; a code we do not know gets general words, and is itself never shown. */
export function reasonWords(code: string | undefined): ReasonWords | undefined {
  if (code === undefined || code === '') return undefined;
  return Object.hasOwn(WORDS, code) ? WORDS[code] : info('Your session has ended. Please sign in again.');
}

/** Whether the code tells how a sign-in just tried has ended. */
export function isSignInOutcome(code: string | null | undefined): boolean {
  return OUTCOMES.has(code ?? '');
}

function info(text: string): ReasonWords {
  return { tone: 'info', text };
}

function warning(text: string): ReasonWords {
  return { tone: 'warning', text };
}
