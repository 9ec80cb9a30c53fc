import { sameOriginPath } from './login-url';

/** What a trip to Google may be told. */
export interface SignInOptions {
  /** Where to come back to: a path of this origin. Default: the page that is open. */
  readonly returnTo?: string | undefined;
  /** Which account Google suggests: an e-mail address, or a `sub`. */
  readonly loginHint?: string | null | undefined;
  /** Optional scopes to ask for besides those that are always asked for. */
  readonly scopes?: readonly string[] | undefined;
}

/** The address that begins a sign-in at Google. */
export function signInAddress(path: string, returnTo: string, { loginHint, scopes }: SignInOptions): string {
  const query = new URLSearchParams({ return_to: returnTo });
  if (loginHint) query.set('login_hint', loginHint);
  if (scopes !== undefined && scopes.length > 0) query.set('scope', scopes.join(' '));
  return `${path}?${query.toString()}`;
}

/** The server's `sign_in` link, coming back to `returnTo`; absent unless it leads to `path` at this origin. */
export function offeredAddress(
  path: string,
  link: string | null | undefined,
  returnTo: string,
): string | undefined {
  // The origin itself does not matter: a path stays one at any.
  const origin = 'https://own.invalid';
  const url = new URL(sameOriginPath(link, origin), origin);
  if (url.pathname !== path) return undefined;
  url.searchParams.set('return_to', returnTo);
  return url.pathname + url.search;
}
