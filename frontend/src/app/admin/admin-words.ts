/** `good`, `warning` and `bad` have colours; `plain` has none. */
export type Tone = 'good' | 'warning' | 'bad' | 'plain';

/** A state in a few words, and whether it needs attention. */
export interface StateWords {
  readonly words: string;
  readonly tone: Tone;
}

/** The words by the server's code, in the order of the filter. */
const GRANTS: Readonly<Record<string, StateWords>> = {
  active: { words: $localize`:@@admin.grant.active:Connected`, tone: 'good' },
  degraded: { words: $localize`:@@admin.grant.degraded:Temporary errors`, tone: 'warning' },
  scope_short: { words: $localize`:@@admin.grant.scope-short:Permission missing`, tone: 'warning' },
  reauth_required: { words: $localize`:@@admin.grant.reauth-required:Needs to sign in again`, tone: 'bad' },
  revoked: { words: $localize`:@@admin.grant.revoked:Access removed at Google`, tone: 'bad' },
  blocked_by_policy: {
    words: $localize`:@@admin.grant.blocked-by-policy:Blocked by the organisation`,
    tone: 'bad',
  },
  client_rejected: {
    words: $localize`:@@admin.grant.client-rejected:OAuth client rejected`,
    tone: 'bad',
  },
  none: { words: $localize`:@@admin.grant.none:Not connected`, tone: 'plain' },
};

/** All codes of the filter by grant. */
export const GRANT_CODES: readonly string[] = Object.keys(GRANTS);

/** Returns words for the connection to Google. No status means that there is no grant. */
export function grantWords(status: string | null | undefined): StateWords {
  return wordsIn(GRANTS, status ?? 'none') ?? { words: status ?? '', tone: 'plain' };
}

const EVENTS: Readonly<Record<string, string>> = {
  signed_in: $localize`:@@admin.event.signed-in:Signed in`,
  session_ended: $localize`:@@admin.event.session-ended:Session ended`,
  grant_refresh_failed: $localize`:@@admin.event.grant-refresh-failed:Google did not renew the access`,
  grant_lost: $localize`:@@admin.event.grant-lost:Google access lost`,
  grant_healed: $localize`:@@admin.event.grant-healed:Google access works again`,
  disconnected: $localize`:@@admin.event.disconnected:Disconnected from Google`,
  signal_received: $localize`:@@admin.event.signal-received:Security signal received`,
  token_reuse_detected: $localize`:@@admin.event.token-reuse:A stolen or copied session was blocked`,
};

/** Returns a few words for an event of an account. */
export function eventWords(type: string): string {
  return wordsIn(EVENTS, type) ?? type;
}

const REASONS: Readonly<Record<string, string>> = {
  signed_out: $localize`:@@admin.reason.signed-out:Signed out`,
  ended_elsewhere: $localize`:@@admin.reason.ended-elsewhere:Ended by the person from another browser or device`,
  idle: $localize`:@@admin.reason.idle:Not used for a long time`,
  expired: $localize`:@@admin.reason.expired:Reached its longest time`,
  token_reused: $localize`:@@admin.reason.token-reused:An old refresh token was used again`,
  google_revoked: $localize`:@@admin.reason.google-revoked:Access removed at Google`,
  google_reauth: $localize`:@@admin.reason.google-reauth:Google wants the person to sign in again`,
  google_policy: $localize`:@@admin.reason.google-policy:Blocked by the organisation`,
  google_client_rejected: $localize`:@@admin.reason.google-client-rejected:Google rejected the OAuth client`,
  disconnected: $localize`:@@admin.reason.disconnected:Disconnected from Google`,
  erased: $localize`:@@admin.reason.erased:Account deleted`,
  account_disabled: $localize`:@@admin.reason.account-disabled:Account disabled`,
  google_signed_out: $localize`:@@admin.reason.google-signed-out:Signed out by Google`,
  google_account_at_risk: $localize`:@@admin.reason.google-account-at-risk:Google account at risk`,
  ended_by_administrator: $localize`:@@admin.reason.ended-by-administrator:Ended by an administrator`,
};

/** Returns words for a reason; an unknown code is returned as it is. */
export function reasonWords(reason: string): string {
  return wordsIn(REASONS, reason) ?? reason;
}

/** The words by the server's code, in the order of the filter. */
const ACTS: Readonly<Record<string, StateWords>> = {
  account_disabled: { words: $localize`:@@admin.act.account-disabled:Account disabled`, tone: 'bad' },
  account_enabled: { words: $localize`:@@admin.act.account-enabled:Account enabled`, tone: 'good' },
  sessions_ended: { words: $localize`:@@admin.act.sessions-ended:All sessions ended`, tone: 'warning' },
  session_ended: { words: $localize`:@@admin.act.session-ended:Session ended`, tone: 'warning' },
  grant_checked: {
    words: $localize`:@@admin.act.grant-checked:Google connection checked`,
    tone: 'plain',
  },
  signals_connected: {
    words: $localize`:@@admin.act.signals-connected:Connecting of security signals started`,
    tone: 'plain',
  },
  signals_taken_over: {
    words: $localize`:@@admin.act.signals-taken-over:Takeover of another installation’s security signals started`,
    tone: 'warning',
  },
  refused: { words: $localize`:@@admin.act.refused:Access to administration refused`, tone: 'bad' },
  accounts_listed: { words: $localize`:@@admin.act.accounts-listed:Accounts listed`, tone: 'plain' },
  account_viewed: { words: $localize`:@@admin.act.account-viewed:Account viewed`, tone: 'plain' },
  sessions_viewed: { words: $localize`:@@admin.act.sessions-viewed:Sessions viewed`, tone: 'plain' },
  activity_viewed: { words: $localize`:@@admin.act.activity-viewed:Activity viewed`, tone: 'plain' },
  audit_viewed: { words: $localize`:@@admin.act.audit-viewed:Audit log viewed`, tone: 'plain' },
  check_up_made: { words: $localize`:@@admin.act.check-up-made:Check-up made`, tone: 'plain' },
};

/** All codes of the filter by type. */
export const ACT_CODES: readonly string[] = Object.keys(ACTS);

/** Returns words for an act of an administrator. */
export function actWords(type: string): StateWords {
  return wordsIn(ACTS, type) ?? { words: type, tone: 'plain' };
}

/** Returns Google's names for scopes, as operators know them. */
export function scopeNames(scopes: readonly string[]): string {
  return scopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).join(', ');
}

function wordsIn<T>(all: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(all, code) ? all[code] : undefined;
}

/** The mark beside the name of a disabled account. */
export const DISABLED_MARK: StateWords = { words: $localize`:@@admin.mark.disabled:Disabled`, tone: 'bad' };

/** The mark beside the name of an account that is frozen by a report of Google. */
export const FROZEN_MARK: StateWords = {
  words: $localize`:@@admin.mark.frozen:Frozen by Google`,
  tone: 'bad',
};
