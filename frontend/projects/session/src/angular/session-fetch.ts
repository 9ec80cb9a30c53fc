import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { SessionFetch, placeOf } from '@holdfast/session/core';
import { IN_BROWSER, SESSION_CONFIG, SESSION_ENGINE } from './config';

/** `fetch` with the access token, for what does not go through `HttpClient`; see `SessionFetch`. */
export const SESSION_FETCH = new InjectionToken<SessionFetch>('SESSION_FETCH', {
  providedIn: 'root',
  factory: () => {
    const place = inject(IN_BROWSER) ? placeOf(inject(DOCUMENT)) : undefined;
    return new SessionFetch(inject(SESSION_ENGINE), inject(SESSION_CONFIG).api, place);
  },
});
