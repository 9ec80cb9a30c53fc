import { Lock } from '../engine/ports';

/** The browser's Web Locks: a tab that crashes gives its lock up at once. */
export class WebLock implements Lock {
  constructor(private readonly name: string) {}

  async run<T>(wait: number, task: () => Promise<T>): Promise<T> {
    let started = false as boolean;
    const once = (): Promise<T> => {
      started = true;
      return task();
    };
    try {
      return await navigator.locks.request(this.name, { signal: AbortSignal.timeout(wait) }, once);
    } catch (error) {
      if (started) throw error;
      return once();
    }
  }
}

/** For one tab alone: tasks run one after another. */
export class TabLock implements Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(_wait: number, task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task, task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
