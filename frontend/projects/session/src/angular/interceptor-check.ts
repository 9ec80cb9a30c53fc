import { DOCUMENT, Injectable, InjectionToken, inject } from '@angular/core';
import { isOwnApi, placeOf } from '@holdfast/session/core';
import { SESSION_CONFIG } from './config';

/** Calls with the address of each request that the page has sent; the function returned stops it. */
export const OBSERVE_REQUESTS = new InjectionToken<(sent: (address: string) => void) => () => void>(
  'OBSERVE_REQUESTS',
  { providedIn: 'root', factory: () => observeRequests },
);

/** Whether the application has ever asked for a token to send. */
@Injectable({ providedIn: 'root' })
export class TokenUse {
  seen = false;
}

/** Development only: warns once if a request goes to the API before this library was asked for a token. */
export function warnWithoutInterceptor(): void {
  const [{ api }, document, use] = [inject(SESSION_CONFIG), inject(DOCUMENT), inject(TokenUse)];
  const stop = inject(OBSERVE_REQUESTS)((address) => {
    if (!use.seen && !isOwnApi(address, api, placeOf(document))) return;
    stop();
    if (use.seen) return;
    console.warn(
      `@holdfast/session: ${address} was requested without an access token, because sessionInterceptor is missing. ` +
        'Add it: provideHttpClient(withInterceptors([sessionInterceptor])).',
    );
  });
}

function observeRequests(sent: (address: string) => void): () => void {
  if (!('PerformanceObserver' in globalThis)) return () => undefined;
  const observer = new PerformanceObserver((list) => {
    for (const { name, entryType } of list.getEntries()) {
      if (entryType === 'resource') sent(name);
    }
  });
  observer.observe({ type: 'resource' });
  return () => {
    observer.disconnect();
  };
}
