import { Clock } from './ports';

/** The outcome of the promise, or the result of `late` after `delay` milliseconds. The promise itself goes on. */
export function within<T>(clock: Clock, delay: number, promise: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(delay, () => {
      resolve(late());
    });
    promise.finally(cancel).then(resolve, reject);
  });
}
