import { Clock, Lock, Turn } from '../engine/ports';

/**
 * The browser's Web Locks: a tab that crashes gives its lock up at once. The wait is measured here, not by the browser,
 * so that a request that the browser never settles blocks no tab.
 */
export class WebLock implements Lock {
  constructor(
    private readonly name: string,
    private readonly clock: Clock,
  ) {}

  run<T>(wait: number, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting = new AbortController();
      let started = false;
      // Runs once, at the lock or at the end of the wait; the lock is held until the promise returned is settled.
      const start = async (): Promise<void> => {
        if (started) return;
        started = true;
        cancel();
        await task().then(resolve, reject);
      };
      const cancel = this.clock.after(wait, () => {
        void start();
        waiting.abort();
      });
      this.#request(waiting.signal, start).catch(start);
    });
  }

  async #request(signal: AbortSignal, start: () => Promise<void>): Promise<void> {
    await navigator.locks.request(this.name, { signal }, start);
  }
}

/** A lock for one tab alone: tasks run one after another. */
export class TabLock implements Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(_wait: number, task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task, task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

/** The turn of one tab of the browser, by a Web Lock: a tab that is closed or crashes passes it on at once. */
export class WebTurn implements Turn {
  constructor(private readonly name: string) {}

  async take(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
    try {
      await navigator.locks.request(this.name, { signal }, task);
    } catch {
      // No longer wanted, or the browser refuses the lock: then this tab does not listen.
    }
  }
}
