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

/** One lock for all tabs of the fake browser; a tab that waits too long goes on without. */
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
  /** All messages that were sent. */
  readonly messages: TabMessage[] = [];
  /** Whether messages stay on their way until `deliver` is called. */
  slow = false;
  #onTheWay: (() => void)[] = [];
  readonly #tabs = new Map<Channel, (message: TabMessage) => void>();

  /** Opens the channel of another tab. */
  connect(): Channel {
    const channel: Channel = {
      post: (message) => {
        this.messages.push(message);
        for (const [other, hear] of this.#tabs) {
          if (other !== channel)
            this.#send(() => {
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

  /** Delivers the messages that are on their way. */
  deliver(): void {
    const arriving = this.#onTheWay;
    this.#onTheWay = [];
    for (const arrive of arriving) arrive();
  }

  #send(arrive: () => void): void {
    if (this.slow) this.#onTheWay.push(arrive);
    else void Promise.resolve().then(arrive);
  }
}

/** A document that records what it was told to load, and loads nothing. */
export class FakePage implements Page {
  /** Whether it can be seen. */
  shown = true;
  /** The number of times that it was to be loaded again. */
  reloads = 0;
  /** The addresses it was to load. */
  readonly opened: string[] = [];
  /** The addresses it was to navigate to. */
  readonly left: string[] = [];
  /** The value of `here`. */
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

  /** Tells the listeners of the event. */
  tell(event: PageEvent): void {
    for (const hear of this.#listeners) hear(event);
  }
}

/** Windows that go nowhere; `returns` and `isLeft` bring the latest one to its end. */
export class FakePopups implements Popups {
  /** Whether the browser blocks popups. */
  blocked = false;
  /** The addresses of all popups that were opened. */
  readonly opened: string[] = [];
  #end: (end: PopupEnd) => void = () => undefined;

  /** See `Popups.open`. */
  open(address: (returnTo: string) => string): Popup | undefined {
    if (this.blocked) return undefined;
    this.opened.push(address('/consent?flow=1'));
    return { end: new Promise((resolve) => (this.#end = resolve)) };
  }

  /** Brings the latest popup back to our origin; with a reason, the sign-in did not work out. */
  returns(reason?: string): void {
    this.#end({ kind: 'returned', reason });
  }

  /** Lets the person leave the latest popup and come back to the page that opened it. */
  isLeft(): void {
    this.#end({ kind: 'left' });
  }
}

/** The note that a document of the fake browser leaves for the next one. */
export class FakeNote implements Note {
  /** The text of the note. */
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
  /** The stored key. */
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
