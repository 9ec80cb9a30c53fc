import { LogoutUnavailableError } from './errors';
import { Patience } from './model';
import { Ports } from './ports';
import { Receipt } from './receipt';
import { SessionStateStore } from './session-state-store';
import { Tabs } from './tabs';
import { within } from './within';

/**
 * Ends the session on the server and in all tabs, after a refresh in flight. Calls at the same time share one logout.
 */
export class Logout {
  #running: Promise<void> | undefined;

  constructor(
    private readonly ports: Ports,
    private readonly session: SessionStateStore,
    private readonly receipt: Receipt,
    private readonly tabs: Tabs,
    private readonly patience: Patience,
  ) {}

  run(reason: string, when: 'confirmed only' | 'in any case'): Promise<void> {
    this.#running ??= this.ports.lock
      .run(this.patience.lockWait, async () => {
        if (this.session.state.status === 'ended') return;
        const confirmed = await this.#ask(reason);
        if (!confirmed && when === 'confirmed only') throw new LogoutUnavailableError();
        this.#ended(reason);
      })
      .finally(() => (this.#running = undefined));
    return this.#running;
  }

  #ask(reason: string): Promise<boolean> {
    const { clock, transport } = this.ports;
    const answering = transport.logout();
    return within(clock, this.patience.refreshTimeout, answering, () => {
      // Skipped if the session is over by then: the stored key may be of a newer one.
      void answering.then((late) => {
        if (late && !this.session.over) this.#ended(reason);
      });
      return false;
    });
  }

  #ended(reason: string): void {
    this.receipt.forget();
    this.tabs.endEverywhere(reason);
  }
}
