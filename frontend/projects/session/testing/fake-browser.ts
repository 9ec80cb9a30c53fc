import { Channel, Clock, KeyStore, Lock, Note, Page, PageEvent, TabMessage } from '@holdfast/session';

/** One lock for all tabs of the fake browser; whoever waits too long goes on without. */
export class FakeLock implements Lock {
  /** How often it was asked for. */
  asked = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly clock: Clock) {}

  run<T>(wait: number, task: () => Promise<T>): Promise<T> {
    this.asked++;
    const tooLong = new Promise<void>((resolve) => {
      const cancel = this.clock.after(wait, resolve);
      void this.#last.then(cancel);
    });
    const mine = Promise.race([this.#last, tooLong]).then(task);
    this.#last = Promise.all([this.#last, mine.catch(() => undefined)]);
    return mine;
  }
}

/** Delivers to all other tabs of the fake browser, a moment later. */
export class FakeChannels {
  /** All that was said. */
  readonly messages: TabMessage[] = [];
  readonly #tabs = new Map<Channel, (message: TabMessage) => void>();

  /** Another tab. */
  connect(): Channel {
    const channel: Channel = {
      post: (message) => {
        this.messages.push(message);
        for (const [other, hear] of this.#tabs) {
          if (other !== channel)
            void Promise.resolve().then(() => {
              hear(structuredClone(message));
            });
        }
      },
      listen: (hear) => {
        this.#tabs.set(channel, hear);
      },
    };
    return channel;
  }
}

/** A document that notes what it was to load instead of doing it. */
export class FakePage implements Page {
  /** Whether it can be seen. */
  shown = true;
  /** How often it was to be loaded anew. */
  reloads = 0;
  /** The addresses it was to load. */
  readonly opened: string[] = [];
  readonly #listeners: ((event: PageEvent) => void)[] = [];

  visible(): boolean {
    return this.shown;
  }

  listen(hear: (event: PageEvent) => void): void {
    this.#listeners.push(hear);
  }

  reload(): void {
    this.reloads++;
  }

  open(url: string): void {
    this.opened.push(url);
  }

  /** Lets it happen. */
  tell(event: PageEvent): void {
    for (const hear of this.#listeners) hear(event);
  }
}

/** What a document of the fake browser leaves for the next one. */
export class FakeNote implements Note {
  /** What is left. */
  text: string | undefined;

  leave(text: string): void {
    this.text = text;
  }

  take(): string | undefined {
    const { text } = this;
    this.text = undefined;
    return text;
  }
}

/** The storage all tabs of the fake browser share. */
export class FakeKeys implements KeyStore {
  /** What is stored. */
  key: string | undefined;
  #minted = 0;

  latest(): string | undefined {
    return this.key;
  }

  mint(): string {
    this.#minted++;
    this.key = `key-${this.#minted.toString().padStart(16, '0')}`;
    return this.key;
  }

  remove(): void {
    this.key = undefined;
  }
}
