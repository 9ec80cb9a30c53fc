import { Location } from '@angular/common';
import { inject } from '@angular/core';
import {
  Event,
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationError,
  Router,
} from '@angular/router';
import { filter, shareReplay, take } from 'rxjs';
import { isAt, loginUrl, pathOf } from '@holdfast/session/core';
import { SESSION_ENGINE, SESSION_PAGE } from './config';

type Outcome = NavigationEnd | NavigationError | NavigationCancel;

/**
 * Goes to `login` when the session ends: through the router, and if that cannot load the sign-in page (its code is gone
 * after a deployment, say) by loading the document again. An end during the first navigation waits for its outcome: the
 * guards may lead to the sign-in page by themselves.
 */
export function redirectAtEnd(login: string): void {
  const [router, page, location] = [inject(Router), inject(SESSION_PAGE), inject(Location)];
  const first = router.events.pipe(filter(isOutcome), take(1), shareReplay(1));
  let arrived = false;
  first.subscribe(() => (arrived = true));

  inject(SESSION_ENGINE).watch(({ status, endReason: reason }) => {
    if (status !== 'ended') return;
    const early = !arrived;
    first.subscribe(({ url }) => {
      const here = router.navigated ? router.url : url;
      if (early && isAt(login, here)) return;
      const to = loginUrl(login, { reason, returnTo: reason === 'signed_out' ? undefined : pathOf(here) });
      router.navigateByUrl(to).catch(() => {
        page.open(location.prepareExternalUrl(to));
      });
    });
  });
}

/** Whether no other navigation follows by itself. */
function isOutcome(event: Event): event is Outcome {
  if (event instanceof NavigationCancel) {
    const { Redirect, SupersededByNewNavigation } = NavigationCancellationCode;
    return event.code !== Redirect && event.code !== SupersededByNewNavigation;
  }
  return event instanceof NavigationEnd || event instanceof NavigationError;
}
