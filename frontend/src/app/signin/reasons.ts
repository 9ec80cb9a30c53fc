import { installation } from '../ui/installation';

/** The words about why the person is at the sign-in page, and what they can do. */
export interface ReasonWords {
  readonly tone: 'info' | 'warning';
  readonly heading: string;
  readonly text: string;
  /**
   * The cure: signing in; being asked for consent at once, because Google has refused; another account; or
   * waiting, with another try only on offer.
   */
  readonly cure: 'sign-in' | 'consent' | 'another-account' | 'wait';
}

const name = installation.name;

const SIGNED_OUT = $localize`:@@signin.ended:You’ve been signed out`;
const NOT_NOW = $localize`:@@signin.not-now:You can’t sign in right now`;

const WORDS: Readonly<Record<string, ReasonWords>> = {
  // The session ended.
  signed_out: info(
    $localize`:@@signin.signed-out.title:You’re signed out`,
    $localize`:@@signin.signed-out:Sign in again to get back to your files.`,
  ),
  ended_elsewhere: info(
    SIGNED_OUT,
    $localize`:@@signin.ended-elsewhere:You signed this browser out from another browser or device.`,
  ),
  ended_by_administrator: info(
    SIGNED_OUT,
    $localize`:@@signin.ended-by-administrator:An administrator ended this session. You can sign in again.`,
  ),
  idle: info(SIGNED_OUT, $localize`:@@signin.idle:You were signed out after a long time without activity.`),
  expired: info(
    SIGNED_OUT,
    $localize`:@@signin.expired:For security, you need to sign in again from time to time.`,
  ),
  refused: warning(
    SIGNED_OUT,
    $localize`:@@signin.refused:Your session is no longer valid. Sign in again to continue.`,
  ),
  token_reused: warning(
    $localize`:@@signin.token-reused.title:We ended your session to protect you`,
    $localize`:@@signin.token-reused:Someone may have used a copy of it. Signing in again starts a new, safe session.`,
  ),
  google_revoked: warning(
    $localize`:@@signin.google-revoked.title:Connect your Google account again`,
    $localize`:@@signin.google-revoked:Access to your Google Drive was removed, so you were signed out. Sign in to allow it again.`,
  ),
  google_reauth: {
    ...warning(
      $localize`:@@signin.google-reauth.title:Confirm it’s you`,
      $localize`:@@signin.google-reauth:Google needs you to sign in again to confirm it’s you.`,
    ),
    cure: 'consent',
  },
  google_policy: {
    ...warning(
      $localize`:@@signin.google-policy.title:Your organisation doesn’t allow this`,
      $localize`:@@signin.google-policy:Your organisation doesn’t let ${name}:name: see your Drive. Only its Google administrator can change that.`,
    ),
    cure: 'another-account',
  },
  google_client_rejected: wait(
    NOT_NOW,
    $localize`:@@signin.google-client-rejected:Google doesn’t accept ${name}:name: at the moment. This is a problem on our side; please try again later.`,
  ),
  disconnected: info(
    $localize`:@@signin.disconnected.title:Google is disconnected`,
    $localize`:@@signin.disconnected:${name}:name: no longer has access to your Google account. Sign in to connect it again.`,
  ),
  erased: info(
    $localize`:@@signin.erased.title:Your data has been deleted`,
    $localize`:@@signin.erased:${name}:name: has deleted everything it had stored about you and signed you out everywhere.`,
  ),
  account_disabled: {
    ...warning(
      $localize`:@@signin.account-disabled.title:Your account has been disabled`,
      $localize`:@@signin.account-disabled:Contact your administrator to have it enabled again.`,
    ),
    cure: 'another-account',
  },
  google_signed_out: warning(
    SIGNED_OUT,
    $localize`:@@signin.google-signed-out:Google signed you out everywhere, for example because your password changed. Sign in again to continue.`,
  ),
  google_account_at_risk: {
    ...warning(
      $localize`:@@signin.google-account-at-risk.title:Check your Google account first`,
      $localize`:@@signin.google-account-at-risk:Google reports that someone else may have used your Google account, so you can’t sign in with it for now. Secure it at myaccount.google.com, then try again.`,
    ),
    cure: 'another-account',
  },
  device_changed: warning(
    SIGNED_OUT,
    $localize`:@@signin.device-changed:This browser couldn’t prove that it is the one you signed in with. Sign in again to continue.`,
  ),
  // The sign-in did not work out.
  cancelled: info(
    $localize`:@@signin.cancelled.title:You cancelled signing in`,
    $localize`:@@signin.cancelled:Nothing has changed. You can try again at any time.`,
  ),
  other_account: {
    ...warning(
      $localize`:@@signin.other-account.title:That was a different account`,
      $localize`:@@signin.other-account:You chose another account at Google than the one you are signed in with, so nothing has changed.`,
    ),
    cure: 'another-account',
  },
  cookies_missing: warning(
    $localize`:@@signin.cookies-missing.title:Your browser didn’t send our cookie`,
    $localize`:@@signin.cookies-missing:Allow cookies for this site, and finish in the browser you began in. Then try again.`,
  ),
  sign_in_expired: info(
    $localize`:@@signin.expired-flow.title:Please start again`,
    $localize`:@@signin.expired-flow:That sign-in took too long or was already used.`,
  ),
  sign_in_refused: warning(
    $localize`:@@signin.refused-flow.title:Please start again`,
    $localize`:@@signin.refused-flow:We couldn’t verify that this sign-in came from Google, so nothing has changed.`,
  ),
  account_not_allowed: {
    ...warning(
      $localize`:@@signin.account-not-allowed.title:This account can’t be used here`,
      $localize`:@@signin.account-not-allowed:${name}:name: is only open to accounts of certain organisations. Choose another Google account.`,
    ),
    cure: 'another-account',
  },
  offline_access_missing: {
    ...warning(
      $localize`:@@signin.offline-access-missing.title:Google didn’t give lasting access`,
      $localize`:@@signin.offline-access-missing:Please try again, and allow everything on Google’s page.`,
    ),
    cure: 'consent',
  },
  google_unavailable: wait(
    NOT_NOW,
    $localize`:@@signin.google-unavailable:Google can’t be reached. Please try again in a moment.`,
  ),
  storage_unavailable: wait(
    NOT_NOW,
    $localize`:@@signin.storage-unavailable:Something went wrong on our side. Please try again in a moment.`,
  ),
};

const UNKNOWN = info(SIGNED_OUT, $localize`:@@signin.unknown:Your session has ended. Sign in to continue.`);

/** Returns our words for a code; an unknown code gets general words, and is itself never shown. */
export function reasonWords(code: string | undefined): ReasonWords | undefined {
  if (code === undefined || code === '') return undefined;
  return Object.hasOwn(WORDS, code) ? WORDS[code] : UNKNOWN;
}

function info(heading: string, text: string): ReasonWords {
  return { tone: 'info', heading, text, cure: 'sign-in' };
}

function warning(heading: string, text: string): ReasonWords {
  return { ...info(heading, text), tone: 'warning' };
}

function wait(heading: string, text: string): ReasonWords {
  return { ...warning(heading, text), cure: 'wait' };
}
