import { BackOff } from './back-off';
import { SessionEngine } from './engine';
import { AccessToken, usableAt } from './model';
import { Clock, EventFeed, FeedEnd, Page, ServerEvent, Turn } from './ports';

/** The ports that listening needs. */
export interface LivePorts {
  /** The server's stream of events. */
  readonly feed: EventFeed;
  /** The turn of the one tab that listens. */
  readonly turn: Turn;
  /** Time and chance. */
  readonly clock: Clock;
  /** The document. */
  readonly page: Page;
}

/** The most that chance adds to the wait after a stream has closed, so that browsers do not come back all at once. */
const SPREAD = 3_000;

/** The wait of a tab that takes the turn over: a turn may arrive before the last message of the tab that had it. */
const HANDOVER = 250;

/** Refusals of a server that has no stream, such as an older one. */
const NO_STREAM = new Set([404, 405, 406, 501]);

/**
 * Listens to what the server tells of the session and the grant, in one tab of the browser; the engine tells the others.
 * A tab then learns of an end that happened elsewhere although it sends no request.
 *
 * It never refreshes: a browser of which no tab is visible stops listening when its token expires, so that it does not
 * defeat the server's idle timeout. A stream that breaks or is refused ends nothing; only the server's word does.
 */
export class LiveEvents {
  readonly #backOff: BackOff;
  #stop: AbortController | undefined;
  #current: { readonly token: AccessToken; readonly stream: AbortController } | undefined;
  #spent: AccessToken | undefined;
  #noStream = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly engine: SessionEngine,
    private readonly ports: LivePorts,
  ) {
    this.#backOff = new BackOff(ports.clock);
  }

  /** Starts to listen whenever the person is signed in, for the life of the document. */
  start(): void {
    this.engine.watch(() => {
      this.#follow();
    });
    this.ports.page.listen((event) => {
      if (event === 'online') this.#backOff.reset();
      if (event === 'online') this.#wake();
      this.#follow();
    });
    this.#follow();
  }

  #follow(): void {
    if (this.engine.state.token === undefined) {
      this.#stop?.abort();
      this.#current?.stream.abort();
      this.#wake();
      return;
    }
    const token = this.#usable();
    if (token === undefined) return;
    if (this.#current && !this.#mayGoOn(this.#current.token, token)) this.#current.stream.abort();
    if (this.#stop === undefined) void this.#queue();
  }

  /**
   * Whether the stream goes on although there is a newer token. Every tab that opens brings one, and the server takes up to
   * 20 s to notice that a stream is gone: a new stream for each would soon be one too many.
   */
  #mayGoOn(current: AccessToken, newest: AccessToken): boolean {
    const now = this.ports.clock.now();
    return current.sessionId === newest.sessionId && current.expiresAt - now > (newest.expiresAt - now) / 2;
  }

  async #queue(): Promise<void> {
    const stop = new AbortController();
    const turn = { had: false };
    this.#stop = stop;
    const asked = this.ports.clock.now();
    await this.ports.turn.take(stop.signal, async () => {
      turn.had = true;
      if (this.ports.clock.now() - asked > HANDOVER) await this.#pause(HANDOVER);
      await this.#hold(stop.signal);
    });
    this.#stop = undefined;
    // A turn that never comes is asked for again at the next change only.
    if (turn.had) this.#follow();
  }

  /** Listens with one token after another; without one, another tab has the turn. */
  async #hold(signal: AbortSignal): Promise<void> {
    for (let token = this.#usable(); token && !signal.aborted; token = this.#usable()) {
      const now = this.ports.clock.now();
      if (this.#backOff.closedAt(now)) await this.#pause(this.#backOff.retryAt - now);
      else await this.#listen(token);
    }
  }

  #pause(wait: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.ports.clock.after(wait, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }

  async #listen(token: AccessToken): Promise<void> {
    const stream = new AbortController();
    this.#current = { token, stream };
    const hear = (event: ServerEvent): void => {
      if (!stream.signal.aborted) this.#hear(event, token);
    };
    const end = await this.ports.feed.open(token, hear, stream.signal);
    this.#current = undefined;
    if (!stream.signal.aborted) this.#settle(end, token);
  }

  #hear(event: ServerEvent, token: AccessToken): void {
    switch (event.type) {
      case 'hello':
        this.#backOff.reset();
        return;
      case 'session-ended':
        this.#end(event.reason, token);
        return;
      case 'grant':
        this.engine.grants.tell(token.sessionId, event.grant);
    }
  }

  #settle(end: FeedEnd, token: AccessToken): void {
    if (end.kind === 'ended') {
      this.#end(end.reason, token);
      return;
    }
    const status = end.kind === 'refused' ? end.status : undefined;
    if (status === 401) this.#spent = token;
    else if (status !== undefined && NO_STREAM.has(status)) this.#noStream = true;
    const asked = end.kind === 'refused' ? (end.retryAfter ?? 0) : 0;
    this.#backOff.fail(asked + Math.floor(this.ports.clock.random() * SPREAD));
  }

  /**
   * Ends the session without a request. Its cookie is dead and stays: the next document learns the reason when its refresh
   * is refused. Clearing it from here could clear the cookie of a sign-in that has just replaced this session.
   */
  #end(reason: string | undefined, token: AccessToken): void {
    this.#spent = token;
    if (this.engine.expectsSuccessor) void this.engine.restore();
    else this.engine.end(token.sessionId, reason);
  }

  #usable(): AccessToken | undefined {
    const { token } = this.engine.state;
    const usable = token && token !== this.#spent && usableAt(this.ports.clock.now(), token);
    return usable && !this.#noStream ? token : undefined;
  }
}
