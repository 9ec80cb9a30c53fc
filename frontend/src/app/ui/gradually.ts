import { DestroyRef, Signal, computed, effect, inject, signal } from '@angular/core';

/**
 * The first items at once, the others a few at a time: between two steps the browser can paint and answer, however long
 * the list and slow the machine. To be called where injection is possible.
 */
export function gradually<T>(items: Signal<readonly T[]>, atOnce = 8): Signal<readonly T[]> {
  const shown = signal(atOnce);
  let next: ReturnType<typeof setTimeout> | undefined;
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(next);
  });
  effect(() => {
    const { length } = items();
    clearTimeout(next);
    if (length === 0) shown.set(atOnce);
    else if (shown() < length)
      next = setTimeout(() => {
        shown.update((count) => count + atOnce);
      });
  });
  return computed(() => items().slice(0, shown()));
}
