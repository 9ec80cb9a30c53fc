import { Signal, computed, resource } from '@angular/core';
import { Failure, failureOf } from './failure';

/**
 * Returns the failure of an `httpResource`, once read; nothing when the session has ended, because the page
 * then disappears.
 */
export function failureIn(source: {
  readonly error: Signal<Error | undefined>;
}): Signal<Failure | undefined> {
  const failure = resource({ params: () => source.error(), loader: ({ params }) => failureOf(params) });
  return computed(() => {
    const read = failure.hasValue() ? failure.value() : undefined;
    return read?.code === 'signed_out' ? undefined : read;
  });
}
