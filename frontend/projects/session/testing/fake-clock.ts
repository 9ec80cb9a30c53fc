import { Clock } from '@holdfast/session/core';

/** A clock that stands still until it is moved; chance always returns 0 unless set. */
export class FakeClock implements Clock {
  /** The number that `random` returns. */
  chance = 0;
  #now = Date.UTC(2026, 0, 1);
  #timers: { at: number; call: () => void }[] = [];

  /** Whole milliseconds, as `Date.now()`: a timer may seem to fire too early. */
  now(): number {
    return Math.floor(this.#now);
  }

  /** See `Clock.random`. */
  random(): number {
    return this.chance;
  }

  /** See `Clock.after`. */
  after(delay: number, call: () => void): () => void {
    const timer = { at: this.#now + delay, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves time on and calls the timers that fall due, in order; promises get their turn between the calls. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
      await settle();
    }
    this.#now = end;
  }

  /** Jumps without calling anything, as a machine that sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #next(end: number): { at: number; call: () => void } | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets promises that are ready go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}
