import { Injectable } from '@angular/core';

/** A list as the person has left it. */
export interface KeptList<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
  /** The time at which the items came. Milliseconds. */
  readonly asOf: number;
}

/** The most lists that are remembered; the one left longest ago is forgotten first. */
const ROOM = 8;

/**
 * The lists of pages that were left, in the memory of the tab only. The frame empties it for good when the
 * session ends: an end lasts until the document is loaded again, and a page that is left because of it must
 * not put its list back.
 */
@Injectable({ providedIn: 'root' })
export class ListMemory {
  readonly #kept = new Map<string, KeptList<unknown>>();
  #closed = false;

  keep(key: string, list: KeptList<unknown>): void {
    if (this.#closed) return;
    this.#kept.delete(key);
    this.#kept.set(key, list);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > ROOM && oldest !== undefined) this.#kept.delete(oldest);
  }

  recall(key: string): KeptList<unknown> | undefined {
    return this.#kept.get(key);
  }

  /** Forgets all, and keeps no list any more. */
  forget(): void {
    this.#closed = true;
    this.#kept.clear();
  }
}
