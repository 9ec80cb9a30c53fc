/** An account as administrators see it. Its texts come from outside: show them as text only. */
export interface AdminAccount {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly hosted_domain?: string | null;
  readonly created_at: string;
  readonly signed_in_at: string;
  readonly disabled_at?: string | null;
  /** When Google disabled the Google account, as it reports. */
  readonly frozen_at?: string | null;
  readonly grant_status?: string | null;
  readonly live_sessions: number;
}

/** The state of a person's grant at Google. */
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

/** Google's answer to a question about a grant. */
export interface CheckedGrant {
  readonly checked_at: string;
  readonly grant: AdminGrant;
}

/** A live session of a person. */
export interface AdminSession {
  readonly id: string;
  readonly created_at?: string | null;
  readonly last_refreshed_at?: string | null;
  /** Its end unless it is used. */
  readonly expires_at?: string | null;
  /** Its last moment, even if it is used. */
  readonly ends_at?: string | null;
  readonly user_agent?: string | null;
  readonly address?: string | null;
}

/** Returns the name, else the e-mail address, else the account id. */
export function nameOf({
  name,
  email,
  id,
}: {
  readonly id: string;
  readonly name?: string | null;
  readonly email?: string | null;
}): string {
  return [name, email].find((told) => told) ?? id;
}
