import { Signal, linkedSignal } from '@angular/core';

/**
 * The last value of an `httpResource`: it stays while a later request is under way, and when that fails. A
 * change of `subject`, the thing that the value is about, forgets it.
 */
export function kept<T>(
  source: { hasValue(): boolean; readonly value: Signal<T | undefined> },
  subject: () => unknown = () => undefined,
): Signal<T | undefined> {
  return linkedSignal<{ about: unknown; value: T | undefined }, T | undefined>({
    source: () => ({ about: subject(), value: source.hasValue() ? source.value() : undefined }),
    computation: ({ about, value }, before) =>
      value ?? (before?.source.about === about ? before?.value : undefined),
  }).asReadonly();
}
