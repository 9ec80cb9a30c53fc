import { GrantNews } from './model';
import { Channel } from './ports';

/** Tells the listeners of all tabs how the grant of the session is, whichever tab the server has told. */
export class GrantListeners {
  readonly #listeners = new Set<(grant: GrantNews) => void>();

  constructor(
    /** The session of this document. */
    private readonly session: { readonly sessionId: string | undefined; readonly over: boolean },
    /** The way to the other tabs. */
    private readonly channel: Channel,
  ) {}

  /** Calls the listener with all that is told from now on; the function returned stops it. */
  listen(listener: (grant: GrantNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells this tab and the others, unless the session is another one or over. */
  tell(sessionId: string, grant: GrantNews): void {
    if (this.hear(sessionId, grant)) this.channel.post({ type: 'grant', sessionId, grant });
  }

  /** Tells this tab; returns whether it is in that session. */
  hear(sessionId: string, grant: GrantNews): boolean {
    if (sessionId !== this.session.sessionId || this.session.over) return false;
    for (const listener of [...this.#listeners]) {
      try {
        listener(grant);
      } catch (error) {
        console.error(error);
      }
    }
    return true;
  }
}
