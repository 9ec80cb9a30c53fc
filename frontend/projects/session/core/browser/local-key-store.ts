import { KeyStore } from '../engine/ports';

/** The form of a key that the server accepts. */
const WELL_FORMED = /^[\x21-\x7e]{16,128}$/;

/** A key in `localStorage`, one for the browser; in memory if the browser forbids storage or has no room. */
export class LocalKeyStore implements KeyStore {
  #memory: string | undefined;

  constructor(private readonly name: string) {}

  latest(): string | undefined {
    const key = this.#read();
    return key !== undefined && WELL_FORMED.test(key) ? key : undefined;
  }

  mint(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    try {
      localStorage.setItem(this.name, key);
      this.#memory = undefined;
    } catch {
      // This tab at least remembers the key; an older stored key must not be used in its place.
      this.remove();
      this.#memory = key;
    }
    return key;
  }

  remove(): void {
    this.#memory = undefined;
    try {
      localStorage.removeItem(this.name);
    } catch {
      // There was no stored key to remove.
    }
  }

  #read(): string | undefined {
    try {
      return localStorage.getItem(this.name) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }
}
