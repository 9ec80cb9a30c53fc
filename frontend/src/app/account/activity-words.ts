import { IconName } from '../ui/icons';
import { installation } from '../ui/installation';
import { lastFailureWords } from './grant-words';

/** One line of the timeline as the server sends it. Its texts come from outside: show them as text only. */
export interface ActivityEvent {
  readonly at: string;
  readonly type: string;
  readonly reason?: string | null;
  readonly session_id?: string | null;
  readonly address?: string | null;
  readonly user_agent?: string | null;
}

/** The words for an event, with its icon and its tone. */
export interface ActivityWords {
  readonly icon: IconName;
  readonly tone: 'plain' | 'good' | 'trouble' | 'bad';
  readonly title: string;
  readonly text: string;
}

const { name } = installation;

const ENDS: Readonly<Record<string, string>> = {
  signed_out: $localize`:@@account.end.signed-out:You signed out, or signed in again in the same browser.`,
  ended_elsewhere: $localize`:@@account.end.elsewhere:Signed out from another of your browsers or devices.`,
  idle: $localize`:@@account.end.idle:This session was not used for a long time.`,
  expired: $localize`:@@account.end.expired:This session lasted as long as a session can.`,
  token_reused: $localize`:@@account.end.reused:This session may have been stolen or copied, so it was blocked.`,
  google_revoked: $localize`:@@account.end.revoked:${name}:name:’s access was removed at Google.`,
  google_reauth: $localize`:@@account.end.reauth:Google needed you to sign in again to confirm it’s you.`,
  google_policy: $localize`:@@account.end.policy:Your organisation does not allow ${name}:name: to use your Google account.`,
  google_client_rejected: $localize`:@@account.end.client:Google did not accept ${name}:name:. This was a problem on our side.`,
  google_signed_out: $localize`:@@account.end.google-signed-out:Google signed you out of your devices.`,
  google_account_at_risk: $localize`:@@account.end.at-risk:Google reported that your account may be in other hands.`,
  disconnected: $localize`:@@account.end.disconnected:You disconnected ${name}:name: from Google.`,
  erased: $localize`:@@account.end.erased:You deleted your account.`,
  account_disabled: $localize`:@@account.end.disabled:An administrator disabled your account.`,
  ended_by_administrator: $localize`:@@account.end.administrator:An administrator ended this session.`,
};

const UNKNOWN_END = $localize`:@@account.end.unknown:The reason is not known.`;

const OTHER: Readonly<Record<string, ActivityWords>> = {
  signed_in: {
    icon: 'signIn',
    tone: 'plain',
    title: $localize`:@@account.event.signed-in:You signed in`,
    text: '',
  },
  grant_healed: {
    icon: 'check',
    tone: 'good',
    title: $localize`:@@account.event.healed:The Google connection works again`,
    text: '',
  },
  disconnected: {
    icon: 'unlinked',
    tone: 'plain',
    title: $localize`:@@account.event.disconnected:You disconnected ${name}:name: from Google`,
    text: '',
  },
  token_reuse_detected: {
    icon: 'error',
    tone: 'bad',
    title: $localize`:@@account.event.reuse:A stolen or copied session was blocked`,
    text: $localize`:@@account.event.reuse.text:Somebody may have copied it from your device. If this happens again, check that device for malware.`,
  },
};

const SIGNALS: Readonly<Record<string, string>> = {
  'sessions-revoked': $localize`:@@account.signal.sessions-revoked:Google signed you out of your devices.`,
  'tokens-revoked': $localize`:@@account.signal.tokens-revoked:${name}:name:’s access was removed at Google.`,
  'token-revoked': $localize`:@@account.signal.token-revoked:Google withdrew ${name}:name:’s access.`,
  'account-disabled': $localize`:@@account.signal.account-disabled:Your Google account was disabled, for example because someone else may have used it.`,
  'account-enabled': $localize`:@@account.signal.account-enabled:Your Google account can be used again.`,
  'account-purged': $localize`:@@account.signal.account-purged:Your Google account was deleted.`,
  'account-credential-change-required': $localize`:@@account.signal.credential:The password of your Google account has to be changed.`,
};

const UNKNOWN: ActivityWords = {
  icon: 'info',
  tone: 'plain',
  title: $localize`:@@account.event.other:Other event`,
  text: '',
};

/** Returns words for an event; for an unknown type they only say that there was an event. */
export function activityWords({ type, reason }: ActivityEvent): ActivityWords {
  switch (type) {
    case 'session_ended':
      return {
        icon: 'signOut',
        tone: reason === 'token_reused' ? 'bad' : 'plain',
        title: $localize`:@@account.event.session-ended:A session ended`,
        text: endWords(reason),
      };
    case 'grant_lost':
      return {
        icon: 'unlinked',
        tone: 'trouble',
        title: $localize`:@@account.event.lost:Google access ended`,
        text: endWords(reason),
      };
    case 'grant_refresh_failed':
      return {
        icon: 'warning',
        tone: 'trouble',
        title: $localize`:@@account.event.failed:Google did not renew the access`,
        text: $localize`:@@account.event.failed.text:${lastFailureWords(reason ?? '')}:failure:. ${name}:name: tries again the next time you open your files; you stay signed in.`,
      };
    case 'signal_received':
      return {
        icon: reason === 'account-enabled' ? 'check' : 'warning',
        tone: reason === 'account-enabled' ? 'good' : 'trouble',
        title: $localize`:@@account.event.signal:Google told us about your account`,
        text: (reason && Object.hasOwn(SIGNALS, reason) ? SIGNALS[reason] : undefined) ?? '',
      };
    default:
      return (Object.hasOwn(OTHER, type) ? OTHER[type] : undefined) ?? UNKNOWN;
  }
}

/** Whether a session ended for another reason than that its owner signed out. */
export function isUnexpectedEnd({ type, reason }: ActivityEvent): boolean {
  return type === 'session_ended' && reason !== 'signed_out';
}

/** Whether the browser that an event names is the one that asked for it, and not the one whose session ended. */
export function namesTheAsker({ reason }: ActivityEvent): boolean {
  return reason === 'ended_elsewhere';
}

/** Returns words for the end of a session. */
export function endWords(reason: string | null | undefined): string {
  const words = reason && Object.hasOwn(ENDS, reason) ? ENDS[reason] : undefined;
  return words ?? UNKNOWN_END;
}
