/** How a grant is, in words. */
export interface GrantWords {
  readonly tone: 'good' | 'trouble' | 'bad';
  readonly title: string;
  readonly text: string;
}

const STATUS: Readonly<Record<string, GrantWords>> = {
  active: {
    tone: 'good',
    title: 'Working',
    text: 'Google lets Holdfast see your Drive, and the permission is renewed without you.',
  },
  degraded: {
    tone: 'trouble',
    title: 'Google is not answering as it should',
    text: 'The last renewal did not get through. Holdfast keeps trying; you need not do anything.',
  },
  scope_short: {
    tone: 'trouble',
    title: 'A permission is missing',
    text: 'You did not allow everything Holdfast needs. Sign in again at Google and allow it.',
  },
  revoked: {
    tone: 'bad',
    title: 'Taken back',
    text: 'The permission was taken back at Google. Sign in again to give it anew.',
  },
  reauth_required: {
    tone: 'bad',
    title: 'Google wants to see you',
    text: 'Google asks you to sign in again before it goes on.',
  },
  blocked_by_policy: {
    tone: 'bad',
    title: 'Blocked by your organisation',
    text: 'Its Google administrator does not allow Holdfast to see your Drive.',
  },
  client_rejected: {
    tone: 'bad',
    title: 'Google does not accept Holdfast',
    text: 'That is for whoever runs this Holdfast to mend, not for you.',
  },
};

const UNCLEAR: GrantWords = {
  tone: 'trouble',
  title: 'Unclear',
  text: 'Holdfast cannot say how the connection is.',
};

/** Google's words for a refusal, and ours for what happened on the way to it. */
const FAILURES: Readonly<Record<string, string>> = {
  invalid_grant: 'Google said that the permission is gone, or that you must sign in again',
  admin_policy_enforced: 'Your organisation does not allow it',
  access_denied: 'Google did not allow it',
  invalid_client: 'Google did not accept Holdfast',
  deleted_client: 'Google did not accept Holdfast',
  unauthorized_client: 'Google did not accept Holdfast',
  connection_failed: 'Google could not be reached',
  timeout: 'Google did not answer in time',
  busy: 'Google had failed several times, so it was not asked',
  http_429: 'Google asked us to slow down',
};

/** Words for a status; one we do not know is called unclear rather than good. */
export function grantWords(status: string): GrantWords {
  return (Object.hasOwn(STATUS, status) ? STATUS[status] : undefined) ?? UNCLEAR;
}

/** What went wrong the last time. */
export function lastFailureWords(code: string): string {
  return Object.hasOwn(FAILURES, code) ? (FAILURES[code] ?? '') : 'Google gave no usable answer';
}
