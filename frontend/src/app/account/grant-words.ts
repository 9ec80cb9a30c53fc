import { installation } from '../ui/installation';

/** A state of the connection in words. */
export interface GrantWords {
  readonly tone: 'good' | 'trouble' | 'bad';
  readonly title: string;
  readonly text: string;
}

const { name } = installation;

const STATUS: Readonly<Record<string, GrantWords>> = {
  active: {
    tone: 'good',
    title: $localize`:@@account.grant.active:Connected`,
    text: $localize`:@@account.grant.active.text:${name}:name: renews its access by itself. You do not need to do anything.`,
  },
  degraded: {
    tone: 'trouble',
    title: $localize`:@@account.grant.degraded:Google did not answer the last time`,
    text: $localize`:@@account.grant.degraded.text:You are still connected. ${name}:name: tries again the next time you open your files.`,
  },
  scope_short: {
    tone: 'trouble',
    title: $localize`:@@account.grant.scope-short:A permission is missing`,
    text: $localize`:@@account.grant.scope-short.text:Some pages do not work without it. Sign in to Google again and allow it.`,
  },
  revoked: {
    tone: 'bad',
    title: $localize`:@@account.grant.revoked:Access removed`,
    text: $localize`:@@account.grant.revoked.text:${name}:name:’s access was removed at Google. Sign in again to restore it.`,
  },
  reauth_required: {
    tone: 'bad',
    title: $localize`:@@account.grant.reauth:Sign in to Google again`,
    text: $localize`:@@account.grant.reauth.text:Google needs you to sign in again to confirm it’s you.`,
  },
  blocked_by_policy: {
    tone: 'bad',
    title: $localize`:@@account.grant.policy:Blocked by your organisation`,
    text: $localize`:@@account.grant.policy.text:Your organisation’s Google administrator does not allow ${name}:name:. Only they can change this.`,
  },
  client_rejected: {
    tone: 'bad',
    title: $localize`:@@account.grant.client:Google does not accept ${name}:name:`,
    text: $localize`:@@account.grant.client.text:This is a problem on our side. Only an administrator can fix it.`,
  },
};

const UNCLEAR: GrantWords = {
  tone: 'trouble',
  title: $localize`:@@account.grant.unclear:Unknown`,
  text: $localize`:@@account.grant.unclear.text:${name}:name: cannot tell the state of the connection.`,
};

const NOT_ACCEPTED = $localize`:@@account.failure.client:Google did not accept ${name}:name:`;

/** Google's codes for a refusal, and ours for what happened on the way to it, with their words. */
const FAILURES: Readonly<Record<string, string>> = {
  invalid_grant: $localize`:@@account.failure.grant:Google said that access was removed, or that you must sign in again`,
  admin_policy_enforced: $localize`:@@account.failure.policy:Your organisation does not allow it`,
  access_denied: $localize`:@@account.failure.denied:Google did not allow it`,
  invalid_client: NOT_ACCEPTED,
  deleted_client: NOT_ACCEPTED,
  unauthorized_client: NOT_ACCEPTED,
  connection_failed: $localize`:@@account.failure.unreachable:Google could not be reached`,
  timeout: $localize`:@@account.failure.timeout:Google did not answer in time`,
  busy: $localize`:@@account.failure.busy:Google had failed several times, so it was not asked`,
  http_429: $localize`:@@account.failure.rate:Google asked us to slow down`,
};

const NO_USABLE_ANSWER = $localize`:@@account.failure.unusable:Google gave no usable answer`;

/** Returns words for a status; an unknown one is called unknown rather than good. */
export function grantWords(status: string): GrantWords {
  return (Object.hasOwn(STATUS, status) ? STATUS[status] : undefined) ?? UNCLEAR;
}

/** Returns words for the latest failure. */
export function lastFailureWords(code: string): string {
  return Object.hasOwn(FAILURES, code) ? (FAILURES[code] ?? '') : NO_USABLE_ANSWER;
}
