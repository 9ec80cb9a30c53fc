import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { Fetch, SessionFetch, placeOf } from '@holdfast/session/core';
import { IN_BROWSER, SESSION_CONFIG, SESSION_ENGINE } from './config';

/** A `fetch` that sends the access token as `sessionInterceptor` does, for requests outside `HttpClient`. */
export const SESSION_FETCH = new InjectionToken<Fetch>('SESSION_FETCH', {
  providedIn: 'root',
  factory: () => {
    const place = inject(IN_BROWSER) ? placeOf(inject(DOCUMENT)) : undefined;
    return new SessionFetch(inject(SESSION_ENGINE), inject(SESSION_CONFIG).api, place).fetch;
  },
});
