import { DOCUMENT, inject } from '@angular/core';
import { closePopup, returnedPopup } from '@holdfast/session/core';
import { IN_BROWSER, SESSION_CONFIG, SESSION_ENGINE } from './config';
import { warnWithoutInterceptor } from './interceptor-check';

/** Angular's own: false in a production build, which then leaves the check out. */
declare const ngDevMode: unknown;

/**
 * Restores the session. On a server it does nothing; in a popup that has returned from `CONSENT` it reports and
 * closes the window, and restores only if the window is to show why the sign-in did not work out.
 */
export function startSession(): void {
  if (!inject(IN_BROWSER)) return;
  const { consentReturn, name } = inject(SESSION_CONFIG);
  const window = inject(DOCUMENT).defaultView;
  const popup = window ? returnedPopup(consentReturn, window.location.href) : undefined;
  if (window && popup) closePopup(name, popup, window);
  if (popup && popup.reason === undefined) return;
  if (typeof ngDevMode === 'undefined' || ngDevMode) warnWithoutInterceptor();
  void inject(SESSION_ENGINE).start();
}
