/** The person's profile, as Google told it. All texts come from outside: show them as text only. */
export interface AccountProfile {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly hosted_domain?: string | null;
  readonly created_at?: string | null;
}

/** The state of the person's consent for Holdfast at Google. */
export interface GrantHealth {
  readonly status: string;
  readonly scopes?: readonly string[] | null;
  readonly missing_scopes?: readonly string[] | null;
  readonly access_token_expires_at?: string | null;
  readonly last_refreshed_at?: string | null;
  readonly last_failure?: { readonly at: string; readonly code: string } | null;
  readonly granted_at?: string | null;
  readonly expires_at?: string | null;
  /** The time at which Google was asked for this; only in the answer to a check. */
  readonly checked_at?: string | null;
}

/**
 * Returns two letters at most, from the name or else the e-mail address. They stand in place of a picture,
 * which would come from Google.
 */
export function initials({ name, email }: AccountProfile): string {
  const words = (name ?? '').split(/\s+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => firstLetter(word)).join('');
  return (letters || firstLetter(email)).toLocaleUpperCase();
}

function firstLetter(text: string | null | undefined): string {
  const point = text?.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point);
}
