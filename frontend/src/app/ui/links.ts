import { sameOriginPath } from '@holdfast/session';

/**
 * Returns the address if a browser may be sent there, which means http or https; no other address from
 * outside becomes a link.
 */
export function webLink(address: string | null | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(address ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The page that Google is to show although it may not need to: its consent page, or the choice of accounts.
 */
export type Prompt = 'consent' | 'select_account';

/**
 * Returns the address at which the trip to Google begins, coming back to `returnTo`. Google suggests `who`
 * and shows the page of `prompt`, if given. A link suffices instead of a form: it is a plain navigation.
 */
export function signInLink(returnTo: string, who?: string | null, prompt?: Prompt): string {
  const query = new URLSearchParams({ return_to: returnTo });
  if (who) query.set('login_hint', who);
  if (prompt) query.set('prompt', prompt);
  return `/auth/login?${query.toString()}`;
}

/** Returns the address that asks Google for these scopes, for the person who is signed in, and comes back to `returnTo`. */
export function consentLink(returnTo: string, scopes: readonly string[]): string {
  return `/auth/login?${new URLSearchParams({ scope: scopes.join(' '), return_to: returnTo }).toString()}`;
}

/**
 * Returns the server's own sign-in link, if the address is one; coming back to `returnTo` unless it names
 * another place.
 */
export function offeredSignInLink(offered: string | undefined, returnTo: string): string | undefined {
  const path = sameOriginPath(offered, location.origin);
  if (!path.startsWith('/auth/login')) return undefined;
  const url = new URL(path, location.origin);
  if (!url.searchParams.has('return_to')) url.searchParams.set('return_to', returnTo);
  return url.pathname + url.search;
}
