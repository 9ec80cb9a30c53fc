import { KeyStore } from './ports';

/**
 * Which idempotency key the next refresh carries.
 *
 * The latest key is repeated until its answer is known to have arrived, in this tab or, as told, in another, and again
 * while another tab has sent it anew and is not answered. So the server recognises the repetition of a refresh whose
 * answer was lost, even after a crash, and answers it again; and no late answer puts a spent cookie back.
 */
export class Receipt {
  #settled: string | undefined;

  constructor(private readonly keys: KeyStore) {}

  get settled(): string | undefined {
    return this.#settled;
  }

  /** Call with the lock held and before sending. */
  next(): string {
    const latest = this.keys.latest();
    return latest === undefined || latest === this.#settled ? this.keys.mint() : latest;
  }

  settle(key: string | undefined): void {
    this.#settled = key;
  }

  /** Somebody has sent that key anew. */
  unsettle(key: string): void {
    if (this.#settled === key) this.#settled = undefined;
  }

  forget(): void {
    this.#settled = undefined;
    this.keys.remove();
  }
}
