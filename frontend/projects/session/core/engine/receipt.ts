import { Clock, KeyStore } from './ports';

interface Sent {
  readonly key: string;
  readonly at: number;
}

/**
 * Decides which idempotency key the next refresh carries.
 *
 * The latest key is repeated until an answer to it is known to have arrived, in this tab or, as told, in another, and
 * on until no refresh that carried it is unanswered, here or, as told, elsewhere. So the server recognises the
 * repetition of a refresh whose answer was lost, even after a crash, and answers it again; and no late answer puts a
 * spent cookie back. A refresh unanswered for `lateAnswer` milliseconds counts as lost, so that the cookie rotates
 * again.
 *
 * One case is unknown, and so not waited for: a refresh whose document is gone, to documents that were opened after it
 * was sent.
 */
export class Receipt {
  #answered: string | undefined;
  readonly #own = new Set<Sent>();
  readonly #others = new Map<string, Sent>();

  constructor(
    private readonly keys: KeyStore,
    private readonly clock: Clock,
    private readonly lateAnswer: number,
  ) {}

  /** The key to which an answer has arrived, if no other answer to it is awaited any more. */
  get settled(): string | undefined {
    const key = this.#answered;
    return key !== undefined && !this.awaited(key) && !this.#awaits(this.#others.values(), key)
      ? key
      : undefined;
  }

  /** Returns the key of the next refresh. Call it with the lock held and before sending. */
  next(): string {
    const latest = this.keys.latest();
    return latest === undefined || latest === this.settled ? this.keys.mint() : latest;
  }

  /** Notes that this tab sends the key now. Call the function returned when the request has ended, in any way. */
  send(key: string): () => void {
    const sent = { key, at: this.clock.now() };
    this.#own.add(sent);
    return () => this.#own.delete(sent);
  }

  /** Whether this tab awaits an answer to the key. */
  awaited(key: string): boolean {
    return this.#awaits(this.#own, key);
  }

  /** Notes that another tab awaits an answer to the key. */
  hearSent(tab: string, key: string): void {
    this.#others.set(tab, { key, at: this.clock.now() });
  }

  /** Notes that the tab awaits no answer any more. */
  hearAnswered(tab: string): void {
    this.#others.delete(tab);
  }

  /** Notes that an answer to the key has arrived; ignored if the key is not the latest. */
  settle(key: string): void {
    if (key === this.keys.latest()) this.#answered = key;
  }

  /** Removes the key, so that it is never sent again, even if an answer to it is still awaited. */
  retire(key: string): void {
    if (key === this.keys.latest()) this.forget();
  }

  forget(): void {
    this.#answered = undefined;
    this.keys.remove();
  }

  #awaits(sent: Iterable<Sent>, key: string): boolean {
    const lost = this.clock.now() - this.lateAnswer;
    return [...sent].some((one) => one.key === key && one.at > lost);
  }
}
