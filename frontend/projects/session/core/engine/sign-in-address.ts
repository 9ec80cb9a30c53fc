import { sameOriginPath } from './login-url';

/** The options of a sign-in at Google. */
export interface SignInOptions {
  /** The path of this origin to come back to. Default: the page that is open. */
  readonly returnTo?: string | undefined;
  /** The account that Google suggests: an e-mail address, or a `sub`. */
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
  // Any origin will do here: a path stays a path.
  const origin = 'https://own.invalid';
  const url = new URL(sameOriginPath(link, origin), origin);
  if (url.pathname !== path) return undefined;
  url.searchParams.set('return_to', returnTo);
  return url.pathname + url.search;
}
