import { GrantListeners } from './grant-listeners';
import { AccessToken, Patience, usableAt } from './model';
import { Ports, TabMessage } from './ports';
import { Receipt } from './receipt';
import { accountIn } from './roles';
import { SessionStateStore } from './session-state-store';
import { within } from './within';

/** The messages of the tabs to each other, and their effect on this one. */
export class Tabs {
  readonly grants: GrantListeners;
  readonly #name = crypto.getRandomValues(new Uint32Array(2)).join('-');

  constructor(
    private readonly ports: Ports,
    private readonly session: SessionStateStore,
    private readonly receipt: Receipt,
    private readonly shareToken: boolean,
    private readonly patience: Patience,
    /** Called when a tab says that a session has ended without knowing which one: the server must say it. */
    private readonly doubt: (reason: string | undefined) => void,
  ) {
    this.grants = new GrantListeners(session, ports.channel);
  }

  start(): void {
    this.ports.channel.listen((message) => {
      this.#hear(message);
    });
  }

  announce(token: AccessToken): void {
    const { sessionId } = token;
    const key = this.receipt.settled;
    this.ports.channel.post({
      type: 'refreshed',
      sessionId,
      key,
      token: this.shareToken ? token : undefined,
    });
  }

  /**
   * Tells the other tabs of a refresh. Call it before sending, and the function returned when the answer is there or
   * will never come.
   */
  tellRefreshing(key: string): () => void {
    const answered = this.receipt.send(key);
    this.ports.channel.post({ type: 'refreshing', key, tab: this.#name });
    return () => {
      answered();
      if (!this.receipt.awaited(key)) this.ports.channel.post({ type: 'answered', tab: this.#name });
    };
  }

  endEverywhere(reason: string | undefined): void {
    const { sessionId } = this.session;
    this.session.end(reason);
    this.ports.channel.post({ type: 'ended', sessionId, reason });
  }

  /**
   * A newer token of this session that another tab has. Ask with the lock held: the broadcast of the previous holder
   * may arrive after its lock was released.
   */
  async ask(stale: AccessToken | undefined): Promise<AccessToken | undefined> {
    if (!this.shareToken || this.session.sessionId === undefined) return undefined;
    const { channel, clock } = this.ports;
    const change = new Promise<void>((resolve) => {
      const unwatch = this.session.watch(() => {
        unwatch();
        resolve();
      });
    });
    channel.post({ type: 'ask' });
    await within(clock, this.patience.peerWait, change, () => undefined);
    return this.session.newerThanAt(clock.now(), stale);
  }

  /** Starts over: the browser has another session than this document, whose content must not be seen any longer. */
  startOver(): void {
    const account = accountIn(this.session.state.token?.value ?? '');
    if (account !== undefined) this.ports.note.leave(account);
    this.session.abandon();
    this.ports.page.reload();
  }

  #hear(message: TabMessage): void {
    switch (message.type) {
      case 'ask':
        this.#answer();
        return;
      case 'refreshing':
        this.receipt.hearSent(message.tab, message.key);
        return;
      case 'answered':
        this.receipt.hearAnswered(message.tab);
        return;
      case 'ended':
        this.#hearEnd(message.sessionId, message.reason);
        return;
      case 'grant':
        this.grants.hear(message.sessionId, message.grant);
        return;
      case 'refreshed':
        this.#hearRefresh(message);
    }
  }

  #answer(): void {
    const { status, token } = this.session.state;
    if (this.shareToken && status === 'active' && token && usableAt(this.ports.clock.now(), token))
      this.announce(token);
  }

  #hearEnd(sessionId: string | undefined, reason: string | undefined): void {
    if (this.session.over || this.session.sessionId === undefined) return;
    const ours = sessionId === this.session.sessionId;
    if (ours && !this.#expectsSuccessor()) this.session.end(reason);
    else if (ours || sessionId === undefined) this.doubt(reason);
  }

  #hearRefresh({ sessionId, key, token }: TabMessage & { type: 'refreshed' }): void {
    // The sender may have been opened after this tab told of its refresh.
    if (key !== undefined && this.receipt.awaited(key))
      this.ports.channel.post({ type: 'refreshing', key, tab: this.#name });
    if (this.session.hasReplaced(sessionId)) return;
    const own = this.session.sessionId;
    if (sessionId === own) {
      if (this.session.over) return;
      if (key !== undefined) this.receipt.settle(key);
      const ours = this.session.state.token;
      if (token && (ours === undefined || token.expiresAt > ours.expiresAt)) this.session.activate(token);
    } else if (this.#expectsSuccessor() && token === undefined) {
      this.doubt(undefined);
    } else if (token && own !== undefined && this.session.admitsAt(this.ports.clock.now(), token)) {
      this.session.activate(token);
    } else if (own !== undefined || this.session.over) {
      this.startOver();
    }
  }

  #expectsSuccessor(): boolean {
    return this.session.expectsSuccessorAt(this.ports.clock.now());
  }
}
