import { Channel, TabMessage } from '../engine/ports';

/** A `BroadcastChannel`: documents of the same origin hear it, and nobody else. */
export class Broadcast implements Channel {
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
  }

  post(message: TabMessage): void {
    this.#channel.postMessage(message);
  }

  listen(hear: (message: TabMessage) => void): void {
    this.#channel.addEventListener('message', (event: MessageEvent<TabMessage>) => {
      hear(event.data);
    });
  }
}

/** For a tab that keeps to itself. */
export const SILENCE: Channel = { post: () => undefined, listen: () => undefined };
