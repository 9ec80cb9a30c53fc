import { SessionEngine } from './engine';
import { RefreshUnavailableError } from './errors';
import { Clock, Page } from './ports';

/**
 * Refreshes `ahead` milliseconds, plus up to 50 % jitter, before a token expires, so that a person who looks at the
 * page never waits for it. Hidden tabs do not, so that they do not defeat the server's idle timeout. Tokens that live
 * shorter than four times `ahead` are refreshed on demand.
 */
export class ProactiveRefresh {
  #cancel: () => void = () => undefined;

  constructor(
    private readonly engine: SessionEngine,
    private readonly clock: Clock,
    private readonly page: Page,
    private readonly ahead: number,
  ) {}

  /** Starts to refresh, for the life of the document. */
  start(): void {
    this.engine.watch(() => {
      this.#arm();
    });
    // A timer alone is not enough: it stands still while the machine sleeps or the tab is throttled.
    this.page.listen(() => {
      this.#arm();
    });
  }

  #arm(): void {
    this.#cancel();
    const { status, token } = this.engine.state;
    if (status !== 'active' || !token || token.expiresAt - token.obtainedAt < 4 * this.ahead) return;
    const due = token.expiresAt - this.ahead * (1 + this.clock.random() / 2);
    this.#wait(due);
  }

  #wait(due: number): void {
    this.#cancel = this.clock.after(Math.max(0, due - this.clock.now()), () => {
      if (this.page.visible()) this.#refresh();
    });
  }

  #refresh(): void {
    this.engine.refresh().catch((error: unknown) => {
      if (error instanceof RefreshUnavailableError && this.engine.state.status === 'active')
        this.#wait(error.retryAt);
    });
  }
}
