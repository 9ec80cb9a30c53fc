import { sameOriginPath } from '@holdfast/session';

/** The address if a browser may be sent there: http or https; nothing else from outside becomes a link. */
export function webLink(address: string | null | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(address ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** What Google is to show although it may not need to: its consent page, or the choice of accounts. */
export type Prompt = 'consent' | 'select_account';

/**
 * Where the trip to Google begins, coming back to `returnTo`; Google suggests `who` and shows what `prompt` names, if
 * given. A link, not a form: it is a plain navigation.
 */
export function signInLink(returnTo: string, who?: string | null, prompt?: Prompt): string {
  const query = new URLSearchParams({ return_to: returnTo });
  if (who) query.set('login_hint', who);
  if (prompt) query.set('prompt', prompt);
  return `/auth/login?${query.toString()}`;
}

/** The server's own sign-in link, if it is one; coming back to `returnTo` unless it says where. */
export function offeredSignInLink(offered: string | undefined, returnTo: string): string | undefined {
  const path = sameOriginPath(offered, location.origin);
  if (!path.startsWith('/auth/login')) return undefined;
  const url = new URL(path, location.origin);
  if (!url.searchParams.has('return_to')) url.searchParams.set('return_to', returnTo);
  return url.pathname + url.search;
}
