import { Clock } from './ports';

/** The promise's outcome, or after `delay` milliseconds what `late` returns. The promise itself is left alone. */
export function within<T>(clock: Clock, delay: number, promise: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(delay, () => {
      resolve(late());
    });
    promise.finally(cancel).then(resolve, reject);
  });
}
