import { Clock } from './ports';

const FIRST = 1_000;
const LONGEST = 30_000;
const LONGEST_ASKED_FOR = 300_000;

/**
 * The time before which a failing server is not asked again: after 1, 2, 4 ... 30 s with up to 25 % jitter, or after
 * the server's own `Retry-After` if that is longer, five minutes at most.
 */
export class BackOff {
  #failures = 0;
  #retryAt = 0;

  constructor(private readonly clock: Clock) {}

  get retryAt(): number {
    return this.#retryAt;
  }

  closedAt(now: number): boolean {
    return now < this.#retryAt;
  }

  fail(retryAfter?: number): void {
    const own = Math.min(LONGEST, FIRST * 2 ** this.#failures) * (1 + this.clock.random() / 4);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#retryAt = this.clock.now() + Math.ceil(Math.max(own, Math.min(retryAfter ?? 0, LONGEST_ASKED_FOR)));
  }

  reset(): void {
    this.#failures = 0;
    this.#retryAt = 0;
  }
}
