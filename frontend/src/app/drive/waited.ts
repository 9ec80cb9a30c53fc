import { DestroyRef, Signal, effect, inject, signal } from '@angular/core';

/**
 * Returns how long a wait has lasted: 0, then each of `steps` (seconds) once it is reached; 0 again when it
 * is over.
 */
export function waited(busy: Signal<boolean>, steps: readonly number[]): Signal<number> {
  const reached = signal(0);
  let timers: ReturnType<typeof setTimeout>[] = [];
  const rest = (): void => {
    timers.forEach(clearTimeout);
    timers = [];
    reached.set(0);
  };
  effect(() => {
    const begins = busy();
    rest();
    if (begins)
      timers = steps.map((seconds) =>
        setTimeout(() => {
          reached.set(seconds);
        }, seconds * 1000),
      );
  });
  inject(DestroyRef).onDestroy(rest);
  return reached.asReadonly();
}
