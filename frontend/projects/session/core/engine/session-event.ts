import { EndReason } from './end-reason';
import { RefreshAnswer } from './model';

/** The outcome of a refresh that brought no token; see `RefreshAnswer`. */
export type FailedRefresh = Exclude<RefreshAnswer['kind'], 'granted'>;

/**
 * An event that telemetry may want to count. No event holds a token, an account or an address.
 *
 * - `refresh-started`: a refresh is sent to the server, by this tab
 * - `refresh-succeeded`: the server answered it with a token
 * - `refresh-failed`: the server answered otherwise or not at all; `anonymous` is the normal answer to a visitor
 * - `session-ended`: this tab has left its session; any tab or request may have found out
 */
export type SessionEvent =
  | { readonly type: 'refresh-started' }
  | {
      readonly type: 'refresh-succeeded';
      /** How long the answer took. */
      readonly milliseconds: number;
    }
  | {
      readonly type: 'refresh-failed';
      /** How long the answer took, or how long it was waited for. */
      readonly milliseconds: number;
      readonly outcome: FailedRefresh;
      /** The status of HTTP; absent without an answer. */
      readonly status: number | undefined;
      /** The code of the problem (RFC 9457); absent when there was none. */
      readonly code: string | undefined;
    }
  | {
      readonly type: 'session-ended';
      /** Absent when the server did not say why. */
      readonly reason: EndReason | undefined;
    };

/** Hears what happens to the session. */
export type SessionListener = (event: SessionEvent) => void;

/** Tells the listeners. A listener that throws disturbs neither the session nor the other listeners. */
export class SessionEvents {
  readonly #listeners = new Set<SessionListener>();

  listen(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: SessionEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        console.error(error);
      }
    }
  }

  tellRefreshed(answer: RefreshAnswer, milliseconds: number): void {
    if (answer.kind === 'granted') {
      this.tell({ type: 'refresh-succeeded', milliseconds });
      return;
    }
    const trouble = 'trouble' in answer ? answer.trouble : undefined;
    const { status, code } = trouble ?? {};
    this.tell({ type: 'refresh-failed', milliseconds, outcome: answer.kind, status, code });
  }
}
