/** The `groups` of an access token (MicroProfile JWT); none if it is no JWT. For display: only the server can check them. */
export function rolesIn(accessToken: string): readonly string[] {
  try {
    const payload = (accessToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const { groups } = JSON.parse(new TextDecoder().decode(bytes)) as { groups?: unknown };
    return Array.isArray(groups) ? groups.filter((role) => typeof role === 'string') : [];
  } catch {
    return [];
  }
}
