import { Injectable } from '@angular/core';

/** A list as the person has left it. */
export interface KeptList<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
  /** When the items came. Milliseconds. */
  readonly asOf: number;
}

/** So many lists are remembered; the one left longest ago is forgotten first. */
const ROOM = 8;

/** The lists of pages that were left, in the memory of the tab only; the frame empties it when the session ends. */
@Injectable({ providedIn: 'root' })
export class ListMemory {
  readonly #kept = new Map<string, KeptList<unknown>>();

  keep(key: string, list: KeptList<unknown>): void {
    this.#kept.delete(key);
    this.#kept.set(key, list);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > ROOM && oldest !== undefined) this.#kept.delete(oldest);
  }

  recall(key: string): KeptList<unknown> | undefined {
    return this.#kept.get(key);
  }

  forget(): void {
    this.#kept.clear();
  }
}
