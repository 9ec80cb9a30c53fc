import { inject } from '@angular/core';
import { Router, UrlTree } from '@angular/router';
import { whenSignedOut } from '@holdfast/session';
import { isSignInOutcome } from './outcomes';

/**
 * Lets in people who are not signed in, and signed-in people who come back from a sign-in that did not work
 * out: they must be told.
 */
export function whenSigningIn(): true | Promise<boolean | UrlTree> {
  const url = inject(Router).currentNavigation()?.extractedUrl;
  return isSignInOutcome(url?.queryParamMap.get('reason')) ? true : whenSignedOut();
}
