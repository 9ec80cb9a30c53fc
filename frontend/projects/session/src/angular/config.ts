import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { SILENCE } from '../browser/broadcast';
import { BrowserPage } from '../browser/browser-page';
import { FetchTransport } from '../browser/fetch-transport';
import { LocalKeyStore } from '../browser/local-key-store';
import { SYSTEM_CLOCK } from '../browser/system-clock';
import { TabNote } from '../browser/tab-note';
import { TabLock } from '../browser/web-lock';
import { SessionEngine } from '../engine/engine';
import { Channel, Clock, KeyStore, Lock, Note, Page, Transport } from '../engine/ports';

/** Where the server is. All paths are of the page's own origin. */
export interface SessionConfig {
  /** Names the lock, the channel and the stored key; one per application on an origin. Default `holdfast`. */
  readonly name?: string;
  /** Requests at and below this path carry the access token, no others. Default `/api`. */
  readonly api?: string;
  /** Default `/auth/token/refresh`. */
  readonly refresh?: string;
  /** Default `/auth/logout`. */
  readonly logout?: string;
}

/** The configuration given to `provideSession`, defaults filled in. */
export const SESSION_CONFIG = new InjectionToken<Required<SessionConfig>>('SESSION_CONFIG');

/** Port to the server; by default `fetch` with `keepalive`. */
export const SESSION_TRANSPORT = new InjectionToken<Transport>('SESSION_TRANSPORT', {
  providedIn: 'root',
  factory: () => {
    const { refresh, logout } = inject(SESSION_CONFIG);
    const clock = inject(SESSION_CLOCK);
    return new FetchTransport(refresh, logout, () => clock.now());
  },
});

/** Port to the lock; by default of this tab alone. */
export const SESSION_LOCK = new InjectionToken<Lock>('SESSION_LOCK', {
  providedIn: 'root',
  factory: () => new TabLock(),
});

/** Port to the other tabs; by default silent. */
export const SESSION_CHANNEL = new InjectionToken<Channel>('SESSION_CHANNEL', {
  providedIn: 'root',
  factory: () => SILENCE,
});

/** Port to time and chance; by default the machine's. */
export const SESSION_CLOCK = new InjectionToken<Clock>('SESSION_CLOCK', {
  providedIn: 'root',
  factory: () => SYSTEM_CLOCK,
});

/** Port to the document; by default the browser's. */
export const SESSION_PAGE = new InjectionToken<Page>('SESSION_PAGE', {
  providedIn: 'root',
  factory: () => new BrowserPage(inject(DOCUMENT)),
});

/** Port to the place of the latest idempotency key; by default `localStorage`. */
export const SESSION_KEYS = new InjectionToken<KeyStore>('SESSION_KEYS', {
  providedIn: 'root',
  factory: () => new LocalKeyStore(`${inject(SESSION_CONFIG).name}.refresh-key`),
});

/** Port to what a document leaves for the next one of its tab; by default `sessionStorage`. */
export const SESSION_NOTE = new InjectionToken<Note>('SESSION_NOTE', {
  providedIn: 'root',
  factory: () => new TabNote(`${inject(SESSION_CONFIG).name}.former-account`),
});

/** Whether tabs hand each other the access token. */
export const SHARE_TOKEN = new InjectionToken<boolean>('SHARE_TOKEN', {
  providedIn: 'root',
  factory: () => false,
});

/** Path of the sign-in page. */
export const LOGIN_PATH = new InjectionToken<string>('LOGIN_PATH', {
  providedIn: 'root',
  factory: () => '/login',
});

/** The engine behind `Session`; not for applications. */
export const SESSION_ENGINE = new InjectionToken<SessionEngine>('SESSION_ENGINE', {
  providedIn: 'root',
  factory: () =>
    new SessionEngine(
      {
        transport: inject(SESSION_TRANSPORT),
        lock: inject(SESSION_LOCK),
        channel: inject(SESSION_CHANNEL),
        clock: inject(SESSION_CLOCK),
        page: inject(SESSION_PAGE),
        keys: inject(SESSION_KEYS),
        note: inject(SESSION_NOTE),
      },
      { shareToken: inject(SHARE_TOKEN) },
    ),
});
