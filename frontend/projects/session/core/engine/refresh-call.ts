import { Patience, RefreshAnswer } from './model';
import { Ports } from './ports';
import { SessionEvents } from './session-event';
import { Tabs } from './tabs';
import { within } from './within';

/** Sends refreshes, and tells the other tabs and telemetry of them. */
export class RefreshCall {
  constructor(
    private readonly ports: Ports,
    private readonly tabs: Tabs,
    private readonly events: SessionEvents,
    private readonly patience: Patience,
  ) {}

  /** The answer, or `unavailable` when it takes too long; the answer that comes after that goes to `late`. */
  async send(key: string, late: (answer: RefreshAnswer) => void): Promise<RefreshAnswer> {
    const { clock, transport } = this.ports;
    const answered = this.tabs.tellRefreshing(key);
    const sentAt = clock.now();
    this.events.tell({ type: 'refresh-started' });
    const answering = transport.refresh(key).finally(answered);
    const answer = await within<RefreshAnswer>(clock, this.patience.refreshTimeout, answering, () => {
      void answering.then(late);
      return { kind: 'unavailable' };
    });
    this.events.tellRefreshed(answer, clock.now() - sentAt);
    return answer;
  }
}
