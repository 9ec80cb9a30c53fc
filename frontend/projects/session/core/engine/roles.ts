/**
 * The `groups` of an access token (MicroProfile JWT); empty if it is no JWT. For display: only the server can check
 * them.
 */
export function rolesIn(accessToken: string): readonly string[] {
  const { groups } = claimsIn(accessToken);
  return Array.isArray(groups) ? groups.filter((role) => typeof role === 'string') : [];
}

/** The `sub` of an access token: the id of the account; absent if it is no JWT. */
export function accountIn(accessToken: string): string | undefined {
  const { sub } = claimsIn(accessToken);
  return typeof sub === 'string' ? sub : undefined;
}

/** The `upn` of an access token: the name of the account; absent if the token has no name, or is no JWT. */
export function accountNameIn(accessToken: string): string | undefined {
  const { upn } = claimsIn(accessToken);
  return typeof upn === 'string' ? upn : undefined;
}

/** The person who is signed in, as the access token says. For display: only the server can check it. */
export interface SessionUser {
  /** The id of the account (`sub`). */
  readonly id: string;
  /** The name of the account (`upn`), such as an e-mail address; absent if the token does not say. */
  readonly name: string | undefined;
  /** The roles (`groups`). */
  readonly roles: readonly string[];
}

/** The person that an access token names; absent if it is no JWT. */
export function userIn(accessToken: string): SessionUser | undefined {
  const id = accountIn(accessToken);
  return id === undefined ? undefined : { id, name: accountNameIn(accessToken), roles: rolesIn(accessToken) };
}

function claimsIn(accessToken: string): { groups?: unknown; sub?: unknown; upn?: unknown } {
  try {
    const payload = (accessToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
