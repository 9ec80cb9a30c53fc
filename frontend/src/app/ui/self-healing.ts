import { DOCUMENT, DestroyRef, Signal, effect, inject, signal } from '@angular/core';
import { Failure } from '../problem/failure';
import { failureWords } from '../problem/failure-words';

/**
 * Repeats a failed request by itself, if trying again may help: once when the server allows it
 * (`Retry-After`), and whenever the browser is online again. After a second failure it waits for the person,
 * until a request has succeeded.
 *
 * Call it where a page or a list is made (in an injection context). `good`: the requested data is there.
 * Returns whether a try is planned for when the server allows it, so that a notice promises no other.
 */
export function healBySelf(
  failure: Signal<Failure | undefined>,
  good: Signal<boolean>,
  retry: () => void,
): Signal<boolean> {
  const window = inject(DOCUMENT).defaultView;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tried = false;
  const planned = signal(false);
  const curable = (): boolean => {
    const now = failure();
    return now !== undefined && failureWords(now.code).helps === 'retry';
  };
  const whenOnline = (): void => {
    if (curable()) retry();
  };
  effect(() => {
    clearTimeout(timer);
    if (good()) tried = false;
    const wait = (failure()?.retryAt ?? 0) - Date.now();
    const plans = !tried && curable() && wait > 0;
    planned.set(plans);
    if (!plans) return;
    timer = setTimeout(() => {
      tried = true;
      retry();
    }, wait);
  });
  window?.addEventListener('online', whenOnline);
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
    window?.removeEventListener('online', whenOnline);
  });
  return planned.asReadonly();
}
