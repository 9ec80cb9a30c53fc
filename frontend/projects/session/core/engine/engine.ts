import { EngineOptions } from './engine-options';
import { RefreshUnavailableError, SessionEndedError } from './errors';
import { GrantListeners } from './grant-listeners';
import { Logout } from './logout';
import { AccessToken, PATIENCE, Patience, RefreshAnswer, SessionState, Trouble } from './model';
import { Ports } from './ports';
import { Receipt } from './receipt';
import { RefreshCall } from './refresh-call';
import { Retry } from './retry';
import { SessionEvents, SessionListener } from './session-event';
import { SessionStateStore } from './session-state-store';
import { Tabs } from './tabs';

/**
 * The session of one document: who is signed in, and a valid access token whenever one can be had.
 *
 * A lost answer, a failing server or a lost network signs no person out; only a definite answer of the server ends a
 * session, and then in all tabs. The cookie decides who is signed in: a document that has just been loaded asks the
 * server, never another tab, and a document that meets another session than its own loads itself again.
 */
export class SessionEngine {
  readonly #call: RefreshCall;
  readonly #events = new SessionEvents();
  readonly #logout: Logout;
  readonly #patience: Patience;
  readonly #receipt: Receipt;
  readonly #retry: Retry;
  readonly #session = new SessionStateStore();
  readonly #tabs: Tabs;
  #reportedReason: string | undefined;
  #refreshing: Promise<AccessToken> | undefined;

  constructor(
    private readonly ports: Ports,
    { shareToken, patience = PATIENCE }: EngineOptions,
  ) {
    this.#patience = patience;
    const unreachable = (): boolean => this.state.status === 'unreachable';
    this.#retry = new Retry(ports, unreachable, () => this.refresh());
    this.#receipt = new Receipt(ports.keys, ports.clock, patience.lateAnswer);
    this.#tabs = new Tabs(ports, this.#session, this.#receipt, shareToken, patience, (reason) => {
      this.#reportedReason = reason;
      void this.restore();
    });
    this.#call = new RefreshCall(ports, this.#tabs, this.#events, patience);
    this.#logout = new Logout(ports, this.#session, this.#receipt, this.#tabs, patience);
    this.#session.watch(({ status, endReason: reason }) => {
      if (status === 'ended') this.#events.tell({ type: 'session-ended', reason });
    });
  }

  /** The state of the session: its status, and the access token or the reason for its end. */
  get state(): SessionState {
    return this.#session.state;
  }

  /** Calls the watcher at each change from now on; the function returned stops it. */
  watch(watcher: (state: SessionState) => void): () => void {
    return this.#session.watch(watcher);
  }

  /** Tells the listener what happens from now on, for telemetry; the function returned stops it. */
  listen(listener: SessionListener): () => void {
    return this.#events.listen(listener);
  }

  /** How the grant is, as the server tells this browser. */
  get grants(): GrantListeners {
    return this.#tabs.grants;
  }

  /** Whether another session of the same account may replace this one; see `expectSuccessor`. */
  get expectsSuccessor(): boolean {
    return this.#session.expectsSuccessorAt(this.ports.clock.now());
  }

  /**
   * Expects the person to sign in again in another window. For `milliseconds` from now, another session of the same
   * account replaces this one without loading the document again, and an end is first checked with the server.
   */
  expectSuccessor(milliseconds: number): void {
    this.#session.expectSuccessorUntil(this.ports.clock.now() + milliseconds);
  }

  /** Listens to the other tabs and the page, and restores. Once per document. */
  start(): Promise<void> {
    this.#tabs.start();
    this.ports.page.listen((event) => {
      if (event === 'online') this.#retry.reset();
      this.#retry.arm();
    });
    return this.restore();
  }

  /** Asks the server who is signed in, at once even while backing off. Never rejects: the state tells the outcome. */
  async restore(): Promise<void> {
    this.#retry.reset();
    await this.refresh().catch(() => undefined);
  }

  /**
   * Resolves with a token newer than the present one, obtained by the tab that comes first.
   *
   * @throws SessionEndedError, RefreshUnavailableError
   */
  refresh(): Promise<AccessToken> {
    return this.#refreshOnce(this.state.token);
  }

  /**
   * Resolves with a token that is good to send. `refused` is the token that the server has just refused, if any.
   *
   * @throws SessionEndedError, RefreshUnavailableError
   */
  async authorize(refused?: AccessToken): Promise<AccessToken> {
    if (this.state.status === 'restoring') await this.#refreshing?.catch(() => undefined);
    const { token } = this.state;
    const usable = this.#session.newerThanAt(this.ports.clock.now(), refused);
    if (usable) return usable;
    try {
      return await this.#refreshOnce(token);
    } catch (error) {
      const stillValid = token && token !== refused && this.ports.clock.now() < token.expiresAt;
      if (error instanceof RefreshUnavailableError && stillValid) return token;
      throw error;
    }
  }

  /** Ends this session here and in all tabs, unless `sessionId` is the id of another one. */
  end(sessionId: string, reason: string | undefined): void {
    if (sessionId !== this.#session.sessionId || this.#session.over) return;
    this.#tabs.endEverywhere(reason);
  }

  /** Ends the session of this document, here and in all tabs: the caller knows that the server has ended it. */
  endOwn(reason: string): void {
    if (!this.#session.over) this.#tabs.endEverywhere(reason);
  }

  /**
   * Ends the session on the server and in all tabs, after a refresh in flight.
   *
   * @throws LogoutUnavailableError when the server did not confirm it in time; the person is then still signed in, until
   *     a late confirmation arrives
   */
  logout(): Promise<void> {
    return this.#logout.run('signed_out', 'confirmed only');
  }

  /** Ends a session whose fresh token the server refuses, in all tabs, whether the server confirms it or not. */
  refuse(): Promise<void> {
    return this.#logout.run('refused', 'in any case');
  }

  #refreshOnce(stale: AccessToken | undefined): Promise<AccessToken> {
    if (this.#refreshing) return this.#refreshing;
    const { lock } = this.ports;
    if (this.#session.over) return Promise.reject(new SessionEndedError(this.state.endReason));
    if (this.#retry.tooEarly()) {
      return Promise.reject(new RefreshUnavailableError(this.#retry.at, this.state.trouble));
    }
    this.#refreshing = lock
      .run(this.#patience.lockWait, () => this.#refreshAsHolder(stale))
      .finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refreshAsHolder(stale: AccessToken | undefined, again = false): Promise<AccessToken> {
    const newer = this.#session.newerThanAt(this.ports.clock.now(), stale) ?? (await this.#tabs.ask(stale));
    if (newer) return newer;
    if (this.#session.over) throw new SessionEndedError(this.state.endReason);
    const key = this.#receipt.next();
    const answer = await this.#call.send(key, (late) => {
      this.#settleLate(late, key, stale);
    });
    return this.#settle(answer, key, stale, again);
  }

  async #settle(
    answer: RefreshAnswer,
    key: string,
    stale: AccessToken | undefined,
    again: boolean,
  ): Promise<AccessToken> {
    switch (answer.kind) {
      case 'granted':
        return this.#accept(answer, key);
      case 'anonymous':
        this.#receipt.forget();
        if (this.#session.sessionId === undefined) this.#session.findNobody();
        else this.#tabs.endEverywhere(this.#reportedReason);
        throw new SessionEndedError(this.state.endReason);
      case 'ended': {
        const newer = await this.#tabs.ask(stale);
        if (newer) return newer;
        this.#receipt.forget();
        if (!this.#session.over) this.#tabs.endEverywhere(answer.reason ?? this.#reportedReason);
        throw new SessionEndedError(this.state.endReason);
      }
      case 'superseded':
        this.#receipt.retire(key);
        // Repeated once with a fresh key. A second time counts as a server that cannot answer now.
        return again ? this.#failed(answer.trouble) : this.#refreshAsHolder(stale, true);
      case 'malformed-key':
        this.#receipt.forget();
        return this.#failed(answer.trouble);
      case 'unavailable':
        return this.#failed(answer.trouble, answer.retryAfter);
    }
  }

  /** Accepts the token of an answer that came too late, if no newer one has come. */
  #settleLate(answer: RefreshAnswer, key: string, stale: AccessToken | undefined): void {
    if (answer.kind !== 'granted' || this.#session.over || this.state.token !== stale) return;
    try {
      this.#accept(answer, key);
    } catch {
      // Another session: the document is being loaded again.
    }
  }

  #accept(answer: RefreshAnswer & { kind: 'granted' }, key: string): AccessToken {
    const obtainedAt = this.ports.clock.now();
    const { accessToken: value, sessionId, sessionExpiresAt, sessionEndsAt } = answer;
    const expiresAt = obtainedAt + answer.expiresIn;
    const token = { value, sessionId, sessionExpiresAt, sessionEndsAt, obtainedAt, expiresAt };
    this.#receipt.settle(key);
    this.#reportedReason = undefined;
    this.#retry.reset();
    if (this.#session.admitsAt(obtainedAt, token)) {
      if (this.#session.over) throw new SessionEndedError(this.state.endReason);
      this.#session.activate(token);
      this.#tabs.announce(token);
      return token;
    }
    this.#tabs.announce(token);
    this.#tabs.startOver();
    throw new SessionEndedError();
  }

  #failed(trouble: Trouble | undefined, retryAfter?: number): never {
    this.#retry.fail(retryAfter);
    if (this.#session.newerThanAt(this.ports.clock.now(), undefined) === undefined) {
      this.#session.loseTouch(trouble);
      this.#retry.arm();
    }
    throw new RefreshUnavailableError(this.#retry.at, trouble);
  }
}
