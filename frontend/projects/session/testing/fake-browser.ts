import {
  Channel,
  Clock,
  KeyStore,
  Lock,
  Note,
  Page,
  PageEvent,
  Popup,
  PopupEnd,
  Popups,
  TabMessage,
} from '@holdfast/session/core';

/** One lock for all tabs of the fake browser; whoever waits too long goes on without. */
export class FakeLock implements Lock {
  /** How often it was asked for. */
  asked = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly clock: Clock) {}

  /** See `Lock.run`. */
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
  /** The addresses it was to navigate to. */
  readonly left: string[] = [];
  /** What `here` says. */
  address = '/';
  readonly #listeners: ((event: PageEvent) => void)[] = [];

  /** See `Page.visible`. */
  visible(): boolean {
    return this.shown;
  }

  /** See `Page.listen`. */
  listen(hear: (event: PageEvent) => void): void {
    this.#listeners.push(hear);
  }

  /** See `Page.reload`. */
  reload(): void {
    this.reloads++;
  }

  /** See `Page.open`. */
  open(url: string): void {
    this.opened.push(url);
  }

  /** See `Page.go`. */
  go(url: string): void {
    this.left.push(url);
  }

  /** See `Page.here`. */
  here(): string {
    return this.address;
  }

  /** Lets it happen. */
  tell(event: PageEvent): void {
    for (const hear of this.#listeners) hear(event);
  }
}

/** Windows that go nowhere; `returns` and `isLeft` bring the latest to its end. */
export class FakePopups implements Popups {
  /** Whether the browser lets none open. */
  blocked = false;
  /** The addresses of all that were opened. */
  readonly opened: string[] = [];
  #end: (end: PopupEnd) => void = () => undefined;

  /** See `Popups.open`. */
  open(address: (returnTo: string) => string): Popup | undefined {
    if (this.blocked) return undefined;
    this.opened.push(address('/consent?flow=1'));
    return { end: new Promise((resolve) => (this.#end = resolve)) };
  }

  /** It is back at our origin; with a reason, the sign-in did not work out. */
  returns(reason?: string): void {
    this.#end({ kind: 'returned', reason });
  }

  /** The person is back at the page that opened it, without it. */
  isLeft(): void {
    this.#end({ kind: 'left' });
  }
}

/** What a document of the fake browser leaves for the next one. */
export class FakeNote implements Note {
  /** What is left. */
  text: string | undefined;

  /** See `Note.leave`. */
  leave(text: string): void {
    this.text = text;
  }

  /** See `Note.take`. */
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

  /** See `KeyStore.latest`. */
  latest(): string | undefined {
    return this.key;
  }

  /** See `KeyStore.mint`. */
  mint(): string {
    this.#minted++;
    this.key = `key-${this.#minted.toString().padStart(16, '0')}`;
    return this.key;
  }

  /** See `KeyStore.remove`. */
  remove(): void {
    this.key = undefined;
  }
}
