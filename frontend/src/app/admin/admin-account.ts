/** An account as administrators see it. Its texts come from outside: show them as text only. */
export interface AdminAccount {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly hosted_domain?: string | null;
  readonly created_at: string;
  readonly signed_in_at: string;
  readonly disabled_at?: string | null;
  readonly grant_status?: string | null;
  readonly live_sessions: number;
}

/** How somebody's grant at Google stands. */
export interface AdminGrant {
  readonly status: string;
  readonly scopes: readonly string[];
  readonly granted_at: string;
  readonly last_refreshed_at?: string | null;
  readonly access_token_expires_at?: string | null;
  readonly last_failure_at?: string | null;
  readonly last_failure_code?: string | null;
  readonly expires_at?: string | null;
  readonly refresh_tokens_issued: number;
}

/** One account and its grant, if it has one. */
export interface AdminAccountDetails {
  readonly account: AdminAccount;
  readonly grant?: AdminGrant | null;
}

/** What to call somebody. */
export function nameOf({ name, email, id }: AdminAccount): string {
  return [name, email].find((told) => told) ?? id;
}

const GRANTS: Readonly<Record<string, string>> = {
  active: 'works',
  degraded: 'has trouble, tried again by itself',
  scope_short: 'lacks a permission',
  revoked: 'taken back at Google',
  reauth_required: 'Google wants to see the person again',
  blocked_by_policy: 'blocked by the organisation',
  client_rejected: 'Google does not accept the OAuth client',
};

/** How the connection to Google is, in a few words. */
export function grantInShort(status: string | null | undefined): string {
  if (!status) return 'not connected';
  return (Object.hasOwn(GRANTS, status) ? GRANTS[status] : undefined) ?? status;
}

const EVENTS: Readonly<Record<string, string>> = {
  signed_in: 'Signed in',
  session_ended: 'A session ended',
  grant_refresh_failed: 'Google did not renew the permission',
  grant_lost: 'Google stopped giving access',
  grant_healed: 'The connection to Google works again',
  disconnected: 'Disconnected from Google',
  token_reuse_detected: 'A used-up refresh token came back',
};

/** What happened, in a few words. */
export function eventInShort(type: string): string {
  return (Object.hasOwn(EVENTS, type) ? EVENTS[type] : undefined) ?? type;
}
