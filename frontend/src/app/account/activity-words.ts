import { IconName } from '../ui/icons';
import { lastFailureWords } from './grant-words';

/** One line of the timeline as the server tells it. Its texts come from outside: show them as text only. */
export interface ActivityEvent {
  readonly at: string;
  readonly type: string;
  readonly reason?: string | null;
  readonly session_id?: string | null;
  readonly address?: string | null;
  readonly user_agent?: string | null;
}

/** What happened, in words. */
export interface ActivityWords {
  readonly icon: IconName;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly title: string;
  readonly text: string;
}

const ENDS: Readonly<Record<string, string>> = {
  signed_out: 'You signed out there, or signed in anew in the same browser.',
  ended_elsewhere: 'You ended it from another device or browser.',
  idle: 'It had not been used for a long time.',
  expired: 'It had reached its longest time.',
  token_reused: 'Somebody may have used a copy of it, so it was ended to be safe.',
  google_revoked: 'The permission to see your Drive was taken back at Google.',
  google_reauth: 'Google wanted to see you again.',
  google_policy: 'Your organisation does not allow Holdfast to see your Drive.',
  google_client_rejected: 'Google did not accept Holdfast. That was not your doing.',
  disconnected: 'You disconnected Holdfast from Google.',
  erased: 'You erased your account.',
  account_disabled: 'Your account was switched off by whoever runs this Holdfast.',
  ended_by_administrator: 'An administrator of this Holdfast ended it.',
};

const OTHER: Readonly<Record<string, ActivityWords>> = {
  signed_in: { icon: 'signIn', tone: 'plain', title: 'You signed in', text: '' },
  grant_healed: {
    icon: 'check',
    tone: 'good',
    title: 'The connection to Google works again',
    text: 'Google renewed the permission after some trouble.',
  },
  disconnected: {
    icon: 'unlinked',
    tone: 'plain',
    title: 'You disconnected Holdfast from Google',
    text: 'All your sessions ended with that.',
  },
  token_reuse_detected: {
    icon: 'error',
    tone: 'bad',
    title: 'A used-up key of a session came back',
    text: 'Somebody may have copied it, so that session was ended. If this happens again, check that device for malware.',
  },
};

/** Words for an event; one we do not know is said to be there, and no more. */
export function activityWords({ type, reason }: ActivityEvent): ActivityWords {
  switch (type) {
    case 'session_ended':
      return { icon: 'signOut', tone: toneOf(reason), title: 'A session ended', text: endWords(reason) };
    case 'grant_lost':
      return { icon: 'error', tone: 'bad', title: 'Google stopped giving access', text: endWords(reason) };
    case 'grant_refresh_failed':
      return {
        icon: 'warning',
        tone: 'bad',
        title: 'Google did not renew the permission',
        text: `${lastFailureWords(reason ?? '')}. Holdfast goes on trying by itself.`,
      };
    default:
      return (
        (Object.hasOwn(OTHER, type) ? OTHER[type] : undefined) ?? {
          icon: 'info',
          tone: 'plain',
          title: 'Something else happened',
          text: '',
        }
      );
  }
}

/** Whether a session ended for another reason than that its owner signed out. */
export function isUnexpectedEnd({ type, reason }: ActivityEvent): boolean {
  return type === 'session_ended' && reason !== 'signed_out';
}

/** Why a session ended. */
export function endWords(reason: string | null | undefined): string {
  const words = reason && Object.hasOwn(ENDS, reason) ? ENDS[reason] : undefined;
  return words ?? 'The reason is not known.';
}

function toneOf(reason: string | null | undefined): 'plain' | 'bad' {
  return reason === 'token_reused' || reason?.startsWith('google_') ? 'bad' : 'plain';
}
