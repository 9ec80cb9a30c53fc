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

const SCOPES: Readonly<Record<string, string>> = {
  openid: 'Know that it is you',
  email: 'See your e-mail address',
  profile: 'See your name',
  'https://www.googleapis.com/auth/userinfo.email': 'See your e-mail address',
  'https://www.googleapis.com/auth/userinfo.profile': 'See your name',
  'https://www.googleapis.com/auth/drive.readonly': 'See and download all your Drive files',
  'https://www.googleapis.com/auth/drive.metadata.readonly': 'See the names of your Drive files',
  'https://www.googleapis.com/auth/drive.file': 'See the Drive files you chose for Holdfast',
  'https://www.googleapis.com/auth/drive': 'See, change and delete your Drive files',
};

const FAILURES: Readonly<Record<string, string>> = {
  invalid_grant: 'Google said that the permission is gone',
  google_unavailable: 'Google did not answer',
  timeout: 'Google did not answer in time',
  rate_limited: 'Google asked us to slow down',
};

/** Words for a status; one we do not know is called unclear rather than good. */
export function grantWords(status: string): GrantWords {
  return (
    STATUS[status] ?? {
      tone: 'trouble',
      title: 'Unclear',
      text: 'Holdfast cannot say how the connection is.',
    }
  );
}

/** What scopes allow, each said once. */
export function scopeWords(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.map((scope) => SCOPES[scope] ?? `Something else: ${scope}`))];
}

/** What went wrong the last time. */
export function lastFailureWords(code: string): string {
  return FAILURES[code] ?? 'Google gave no usable answer';
}
