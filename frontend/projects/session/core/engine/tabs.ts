import { AccessToken, Patience, usableAt } from './model';
import { Ports, TabMessage } from './ports';
import { Receipt } from './receipt';
import { accountIn } from './roles';
import { Standing } from './standing';
import { within } from './within';

/** What the tabs tell each other, and what this one makes of it. */
export class Tabs {
  readonly #name = crypto.getRandomValues(new Uint32Array(2)).join('-');

  constructor(
    private readonly ports: Ports,
    private readonly standing: Standing,
    private readonly receipt: Receipt,
    private readonly shareToken: boolean,
    private readonly patience: Patience,
    /** Somebody says that the session has ended without knowing which: the server must say it. */
    private readonly doubt: (reason: string | undefined) => void,
  ) {}

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

  /** Call before sending, and the function returned when the answer is there, or will never be. */
  tellRefreshing(key: string): () => void {
    const answered = this.receipt.send(key);
    this.ports.channel.post({ type: 'refreshing', key, tab: this.#name });
    return () => {
      answered();
      if (!this.receipt.awaited(key)) this.ports.channel.post({ type: 'answered', tab: this.#name });
    };
  }

  endEverywhere(reason: string | undefined): void {
    const { sessionId } = this.standing;
    this.standing.end(reason);
    this.ports.channel.post({ type: 'ended', sessionId, reason });
  }

  /**
   * A newer token of this session that another tab has. Ask with the lock held: the broadcast of the former holder may
   * arrive after its lock was released.
   */
  async ask(stale: AccessToken | undefined): Promise<AccessToken | undefined> {
    if (!this.shareToken || this.standing.sessionId === undefined) return undefined;
    const { channel, clock } = this.ports;
    const change = new Promise<void>((resolve) => {
      const unwatch = this.standing.watch(() => {
        unwatch();
        resolve();
      });
    });
    channel.post({ type: 'ask' });
    await within(clock, this.patience.peerWait, change, () => undefined);
    return this.standing.newerThanAt(clock.now(), stale);
  }

  /** The browser has another session than this document: nothing of the former may be seen any longer. */
  startOver(): void {
    const account = accountIn(this.standing.state.token?.value ?? '');
    if (account !== undefined) this.ports.note.leave(account);
    this.standing.abandon();
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
      case 'refreshed':
        this.#hearRefresh(message);
    }
  }

  #answer(): void {
    const { status, token } = this.standing.state;
    if (this.shareToken && status === 'active' && token && usableAt(this.ports.clock.now(), token))
      this.announce(token);
  }

  #hearEnd(sessionId: string | undefined, reason: string | undefined): void {
    if (this.standing.over || this.standing.sessionId === undefined) return;
    const ours = sessionId === this.standing.sessionId;
    if (ours && !this.#expectsSuccessor()) this.standing.end(reason);
    else if (ours || sessionId === undefined) this.doubt(reason);
  }

  #hearRefresh({ sessionId, key, token }: TabMessage & { type: 'refreshed' }): void {
    // The teller may have come too late to hear of it.
    if (key !== undefined && this.receipt.awaited(key))
      this.ports.channel.post({ type: 'refreshing', key, tab: this.#name });
    if (this.standing.hasReplaced(sessionId)) return;
    const own = this.standing.sessionId;
    if (sessionId === own) {
      if (this.standing.over) return;
      if (key !== undefined) this.receipt.settle(key);
      const ours = this.standing.state.token;
      if (token && (ours === undefined || token.expiresAt > ours.expiresAt)) this.standing.activate(token);
    } else if (this.#expectsSuccessor() && token === undefined) {
      this.doubt(undefined);
    } else if (token && own !== undefined && this.standing.admitsAt(this.ports.clock.now(), token)) {
      this.standing.activate(token);
    } else if (own !== undefined || this.standing.over) {
      this.startOver();
    }
  }

  #expectsSuccessor(): boolean {
    return this.standing.expectsSuccessorAt(this.ports.clock.now());
  }
}
