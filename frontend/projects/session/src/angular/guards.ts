import { DOCUMENT, inject } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { loginUrl, pathOf, sameOriginPath } from '@holdfast/session/core';
import { IN_BROWSER, LOGIN_PATH } from './config';
import { Session } from './session';

/**
 * `canActivate` or `canMatch`: lets in who is signed in; sends others to the sign-in page, which can lead back here, after
 * the end of a session to the path alone, without query and fragment. On a server that renders pages it lets in: who is
 * signed in is known in the browser only.
 */
export async function whenSignedIn(): Promise<boolean | UrlTree> {
  if (!inject(IN_BROWSER)) return true;
  const [session, router, login] = [inject(Session), inject(Router), inject(LOGIN_PATH)];
  const returnTo = router.currentNavigation()?.extractedUrl.toString();
  const status = await session.settled();
  if (status === 'active' || status === 'unreachable') return true;
  const wayBack = status === 'ended' && returnTo !== undefined ? pathOf(returnTo) : returnTo;
  return router.parseUrl(loginUrl(login, { reason: session.endReason(), returnTo: wayBack }));
}

/**
 * `canActivate` or `canMatch`: lets in who is not signed in; sends others where they wanted to go (`return_to`). On a
 * server that renders pages it lets in.
 */
export async function whenSignedOut(): Promise<boolean | UrlTree> {
  if (!inject(IN_BROWSER)) return true;
  const [session, router, { location }] = [inject(Session), inject(Router), inject(DOCUMENT)];
  const wanted = router.currentNavigation()?.extractedUrl.queryParamMap.get('return_to');
  const status = await session.settled();
  return status !== 'active' || router.parseUrl(sameOriginPath(wanted, location.origin));
}

/**
 * `canMatch`: there is such a page only for a person with one of these roles; for others the next route is tried. For what
 * to show: whether a person may do something, only the server can decide. On a server that renders pages there is none.
 */
export function whenInRole(...roles: readonly [string, ...string[]]): () => Promise<boolean> {
  return async () => {
    const session = inject(Session);
    if (!inject(IN_BROWSER)) return false;
    await session.settled();
    return roles.some((role) => session.roles().includes(role));
  };
}
