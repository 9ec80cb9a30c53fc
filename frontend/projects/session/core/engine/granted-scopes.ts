/** The `scopes` that the server answers at the address of the grant; absent if it answers otherwise. */
export async function grantedScopes(
  fetch: (address: string) => Promise<Response>,
  grant: string,
): Promise<readonly string[] | undefined> {
  const answer = await fetch(grant);
  const body: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
  const { scopes } = (body ?? {}) as { scopes?: unknown };
  return Array.isArray(scopes) ? scopes.map(String) : undefined;
}
