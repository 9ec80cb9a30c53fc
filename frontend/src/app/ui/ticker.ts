import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** The time between two looks at the clock. Milliseconds. */
const PACE = 15_000;

/** The time for relative texts such as "2 min ago". One clock serves all of them. */
@Injectable({ providedIn: 'root' })
export class Ticker {
  readonly #now = signal(Date.now());

  /**
   * The time in milliseconds; moves on every few seconds while the page can be seen, and as soon as it is
   * seen again.
   */
  readonly now = this.#now.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const look = (): void => {
      if (document.visibilityState !== 'hidden') this.#now.set(Date.now());
    };
    const timer = setInterval(look, PACE);
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    });
  }
}
