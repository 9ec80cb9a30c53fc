/** The parameters in the address of the sign-in page. */
export interface LoginParameters {
  /** The reason for showing the page: a code such as `expired`. */
  readonly reason?: string | undefined;
  /** The path of this origin to go to after signing in. */
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

/** Whether the address is that of the sign-in page. */
export function isAt(login: string, url: string): boolean {
  return pathOf(url) === login;
}

/** The path without query and fragment: a person's search must not show to the next person who signs in. */
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
