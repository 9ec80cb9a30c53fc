import { Channel, TabMessage } from '../engine/ports';

/**
 * A `BroadcastChannel`, which only documents of the same origin hear. If the browser refuses it, the tab keeps to
 * itself. It never throws.
 */
export class Broadcast implements Channel {
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    try {
      this.#channel = new BroadcastChannel(name);
    } catch {
      this.#channel = undefined;
    }
  }

  post(message: TabMessage): void {
    try {
      this.#channel?.postMessage(message);
    } catch {
      // The others find out when they next ask the server.
    }
  }

  listen(hear: (message: TabMessage) => void): void {
    this.#channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => {
      hear(event.data);
    });
  }
}
