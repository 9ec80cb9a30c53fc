import { AccessToken, EventFeed, FeedEnd, ServerEvent, Turn } from '@holdfast/session/core';

/** A stream that is open: what the fake server says and does to it. */
export interface FakeStream {
  /** The token that it was opened with. */
  readonly token: AccessToken;
  /** Sends an event. */
  readonly tell: (event: ServerEvent) => void;
  /** Ends the stream, or refuses it if nothing was sent. */
  readonly end: (end?: FeedEnd) => void;
}

/** The stream of events of the fake server. */
export class FakeFeed implements EventFeed {
  /** The number of times that a stream was asked for. */
  asked = 0;
  /** The streams that are open now, the latest last. */
  streams: FakeStream[] = [];

  /** The stream that was opened last and is still open. */
  get latest(): FakeStream | undefined {
    return this.streams.at(-1);
  }

  /** See `EventFeed.open`. */
  open(token: AccessToken, hear: (event: ServerEvent) => void, signal: AbortSignal): Promise<FeedEnd> {
    this.asked++;
    return new Promise((resolve) => {
      const end = (how: FeedEnd = { kind: 'closed' }): void => {
        this.streams = this.streams.filter((other) => other !== stream);
        resolve(how);
      };
      const stream: FakeStream = { token, tell: hear, end };
      this.streams.push(stream);
      signal.addEventListener('abort', () => {
        end();
      });
    });
  }
}

/** The turn of one tab of the fake browser; the others wait. */
export class FakeTurn implements Turn {
  #last: Promise<unknown> = Promise.resolve();

  /** See `Turn.take`. */
  take(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
    const mine = this.#last.then(() => (signal.aborted ? undefined : task()));
    this.#last = mine;
    return mine;
  }
}
