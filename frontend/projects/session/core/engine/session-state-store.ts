import { AccessToken, SessionState, Trouble, usableAt } from './model';
import { accountIn } from './roles';

/** The person that this document is signed in as, and the state of the session. Tells its watchers every change. */
export class SessionStateStore {
  readonly #watchers = new Set<(state: SessionState) => void>();
  #state: SessionState = { status: 'restoring' };
  #sessionId: string | undefined;
  #abandoned = false;
  #successorUntil = 0;
  readonly #replaced = new Set<string>();

  get state(): SessionState {
    return this.#state;
  }

  /** The id of the one session that this document has ever been in. */
  get sessionId(): string | undefined {
    return this.#sessionId;
  }

  /** Whether the state is final: only a new document leads out of it. */
  get over(): boolean {
    return this.#abandoned || this.#state.status === 'ended' || this.#state.status === 'anonymous';
  }

  watch(watcher: (state: SessionState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** A usable token that is not `stale`. */
  newerThanAt(now: number, stale: AccessToken | undefined): AccessToken | undefined {
    const { token } = this.#state;
    return token && token !== stale && usableAt(now, token) ? token : undefined;
  }

  expectSuccessorUntil(time: number): void {
    this.#successorUntil = time;
  }

  expectsSuccessorAt(now: number): boolean {
    return now < this.#successorUntil && !this.over;
  }

  /** Whether another session of the same account has replaced that one in this document. */
  hasReplaced(sessionId: string): boolean {
    return this.#replaced.has(sessionId);
  }

  /**
   * Whether the token is of this document's session, or of one that may replace it; any token, while there is no
   * session yet.
   */
  admitsAt(now: number, token: AccessToken): boolean {
    return (
      this.#sessionId === undefined ||
      this.#sessionId === token.sessionId ||
      (this.expectsSuccessorAt(now) && this.#isOfSameAccount(token))
    );
  }

  activate(token: AccessToken): void {
    if (this.#sessionId !== undefined && this.#sessionId !== token.sessionId)
      this.#replaced.add(this.#sessionId);
    this.#sessionId = token.sessionId;
    this.#become({ status: 'active', token });
  }

  /** Keeps the token: the server may yet accept it, and another tab may yet bring a newer one. */
  loseTouch(trouble: Trouble | undefined): void {
    this.#become({ ...this.#state, status: 'unreachable', trouble });
  }

  end(reason: string | undefined): void {
    this.#become({ status: 'ended', endReason: reason });
  }

  findNobody(): void {
    this.#become({ status: 'anonymous' });
  }

  /** Another session lives in this browser now: forget everything until the document is loaded again. */
  abandon(): void {
    this.#abandoned = true;
    this.#become({ status: 'restoring' });
  }

  #isOfSameAccount(token: AccessToken): boolean {
    const account = accountIn(this.#state.token?.value ?? '');
    return account !== undefined && account === accountIn(token.value);
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const watcher of [...this.#watchers]) watcher(state);
  }
}
