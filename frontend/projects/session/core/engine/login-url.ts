/** What the sign-in page is told in its address. */
export interface LoginParameters {
  /** Why one is there: a code. */
  readonly reason?: string | undefined;
  /** Where to go after signing in: a path of this origin. */
  readonly returnTo?: string | undefined;
}

/** The address of the sign-in page. The page to come back to is left out when it is the sign-in page or the root. */
export function loginUrl(login: string, { reason, returnTo }: LoginParameters): string {
  const query = new URLSearchParams();
  if (reason !== undefined) query.set('reason', reason);
  const elsewhere = returnTo !== undefined && returnTo !== '/' && !isAt(login, returnTo);
  if (elsewhere) query.set('return_to', returnTo);
  return query.size === 0 ? login : `${login}?${query.toString()}`;
}

/** Whether the address is the sign-in page's. */
export function isAt(login: string, url: string): boolean {
  return pathOf(url) === login;
}

/** Without query and fragment: what a person searched for is not for whoever signs in next. */
export function pathOf(url: string): string {
  return url.replace(/[?#].*/s, '');
}

/** The path, if it is one of this origin; anything else, such as `//elsewhere` or `javascript:`, becomes `/`. */
export function sameOriginPath(path: string | null | undefined, origin: string): string {
  if (!path?.startsWith('/')) return '/';
  try {
    const url = new URL(path, origin);
    return url.origin === origin && !url.pathname.startsWith('//')
      ? url.pathname + url.search + url.hash
      : '/';
  } catch {
    return '/';
  }
}
