import { DOCUMENT, inject } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { loginUrl, pathOf, sameOriginPath } from '@holdfast/session/core';
import { IN_BROWSER, LOGIN_PATH } from './config';
import { Session } from './session';

/**
 * `canActivate` or `canMatch`: lets in a person who is signed in, and sends others to the sign-in page, which can lead
 * back here. After the end of a session it leads back to the path alone, without query and fragment. On a server that
 * renders pages it lets everybody in: who is signed in is known in the browser only.
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
 * `canActivate` or `canMatch`: lets in a person who is not signed in, and sends others where they wanted to go
 * (`return_to`). On a server that renders pages it lets everybody in.
 */
export async function whenSignedOut(): Promise<boolean | UrlTree> {
  if (!inject(IN_BROWSER)) return true;
  const [session, router, { location }] = [inject(Session), inject(Router), inject(DOCUMENT)];
  const wanted = router.currentNavigation()?.extractedUrl.queryParamMap.get('return_to');
  const status = await session.settled();
  return status !== 'active' || router.parseUrl(sameOriginPath(wanted, location.origin));
}

/**
 * `canMatch`: matches only for a person with one of these roles; for others the next route is tried. Use it to choose
 * what to show: only the server decides what a person may do. On a server that renders pages it never matches.
 */
export function whenInRole(...roles: readonly [string, ...string[]]): () => Promise<boolean> {
  return async () => {
    const session = inject(Session);
    if (!inject(IN_BROWSER)) return false;
    await session.settled();
    return roles.some((role) => session.roles().includes(role));
  };
}
