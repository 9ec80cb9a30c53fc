import { AccessToken, RefreshAnswer } from './model';

/** The two calls to the server. Neither rejects, and neither is ever aborted. */
export interface Transport {
  refresh(idempotencyKey: string): Promise<RefreshAnswer>;
  /** Whether the server confirmed it. */
  logout(): Promise<boolean>;
}

/** One holder at a time, in all tabs of the browser. */
export interface Lock {
  /** Runs the task as the only holder, or without the lock after `wait` milliseconds: a hung tab must not hang all. */
  run<T>(wait: number, task: () => Promise<T>): Promise<T>;
}

/** What tabs say to each other. */
export type TabMessage =
  | { readonly type: 'ask' }
  | {
      /** A refresh with that key is sent; until it is answered, nobody knows where its cookie is. */
      readonly type: 'refreshing';
      readonly key: string;
    }
  | {
      readonly type: 'refreshed';
      readonly sessionId: string;
      /** The idempotency key whose answer has arrived. */
      readonly key: string | undefined;
      readonly token?: AccessToken | undefined;
    }
  | {
      readonly type: 'ended';
      /** Absent when the teller never learnt it: the hearer then asks the server. */
      readonly sessionId: string | undefined;
      readonly reason: string | undefined;
    };

/** Reaches the other tabs, never the sender. */
export interface Channel {
  post(message: TabMessage): void;
  listen(hear: (message: TabMessage) => void): void;
}

/** Time and chance. */
export interface Clock {
  /** Milliseconds of the wall clock, which goes on while the machine sleeps. */
  now(): number;
  /** Calls once after `delay` milliseconds unless cancelled by the function returned. */
  after(delay: number, call: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}

/** `shown`: visible or focused again. `online`: the network is back. */
export type PageEvent = 'shown' | 'online';

/** The document. */
export interface Page {
  visible(): boolean;
  listen(hear: (event: PageEvent) => void): void;
  /** Loads the document anew and with it forgets everything in memory. */
  reload(): void;
}

/** Keeps the latest idempotency key of this browser. It is no token: worthless without the cookie. */
export interface KeyStore {
  latest(): string | undefined;
  /** Makes a fresh random key and keeps it in place of the former one. */
  mint(): string;
  remove(): void;
}

/** All that the engine needs from outside. */
export interface Ports {
  readonly transport: Transport;
  readonly lock: Lock;
  readonly channel: Channel;
  readonly clock: Clock;
  readonly page: Page;
  readonly keys: KeyStore;
}
