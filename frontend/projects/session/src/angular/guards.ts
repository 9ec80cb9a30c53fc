import { DOCUMENT, inject } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { LOGIN_PATH } from './config';
import { loginUrl, pathOf, sameOriginPath } from './login-url';
import { Session } from './session';

/**
 * `canActivate` or `canMatch`: lets in who is signed in; sends others to the sign-in page, which can lead back here, after
 * the end of a session to the path alone, without query and fragment.
 */
export async function whenSignedIn(): Promise<boolean | UrlTree> {
  const [session, router, login] = [inject(Session), inject(Router), inject(LOGIN_PATH)];
  const returnTo = router.currentNavigation()?.extractedUrl.toString();
  const status = await session.settled();
  if (status === 'active' || status === 'unreachable') return true;
  const wayBack = status === 'ended' && returnTo !== undefined ? pathOf(returnTo) : returnTo;
  return router.parseUrl(loginUrl(login, { reason: session.endReason(), returnTo: wayBack }));
}

/** `canActivate` or `canMatch`: lets in who is not signed in; sends others where they wanted to go (`return_to`). */
export async function whenSignedOut(): Promise<boolean | UrlTree> {
  const [session, router, { location }] = [inject(Session), inject(Router), inject(DOCUMENT)];
  const wanted = router.currentNavigation()?.extractedUrl.queryParamMap.get('return_to');
  const status = await session.settled();
  return status !== 'active' || router.parseUrl(sameOriginPath(wanted, location.origin));
}
