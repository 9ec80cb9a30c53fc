import { Note } from '../engine/ports';

/**
 * A note in `sessionStorage`, for the moment in which the document is loaded again; it is lost if the browser forbids
 * storage.
 */
export class TabNote implements Note {
  constructor(private readonly name: string) {}

  leave(text: string): void {
    try {
      sessionStorage.setItem(this.name, text);
    } catch {
      // The next document does not learn it.
    }
  }

  take(): string | undefined {
    try {
      const text = sessionStorage.getItem(this.name) ?? undefined;
      sessionStorage.removeItem(this.name);
      return text;
    } catch {
      return undefined;
    }
  }
}
