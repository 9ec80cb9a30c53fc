import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, InjectionToken, PLATFORM_ID, inject } from '@angular/core';
import {
  Channel,
  Clock,
  CompleteOptions,
  EventFeed,
  KeyStore,
  Lock,
  NO_PAGE,
  NO_TRANSPORT,
  Note,
  Page,
  SILENCE,
  SYSTEM_CLOCK,
  SessionEngine,
  SessionOptions,
  Transport,
  Turn,
  feedOf,
  keysOf,
  lockOfTab,
  noteOf,
  pageOf,
  transportTo,
  turnOfTabs,
} from '@holdfast/session/core';

/** The paths of the server and of the application, all of the page's own origin, and the name of the application. */
export type SessionConfig = SessionOptions;

/** The configuration given to `provideSession`, defaults filled in. */
export const SESSION_CONFIG = new InjectionToken<CompleteOptions>('SESSION_CONFIG');

/** Whether the page is in a browser: false while a server renders it. */
export const IN_BROWSER = new InjectionToken<boolean>('IN_BROWSER', {
  providedIn: 'root',
  factory: () => isPlatformBrowser(inject(PLATFORM_ID)),
});

/** Port to the server; by default `fetch` with `keepalive`. */
export const SESSION_TRANSPORT = new InjectionToken<Transport>('SESSION_TRANSPORT', {
  providedIn: 'root',
  factory: () =>
    inject(IN_BROWSER) ? transportTo(inject(SESSION_CONFIG), inject(SESSION_CLOCK)) : NO_TRANSPORT,
});

/** Port to the lock; by default of this tab alone. */
export const SESSION_LOCK = new InjectionToken<Lock>('SESSION_LOCK', {
  providedIn: 'root',
  factory: lockOfTab,
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
  factory: () => (inject(IN_BROWSER) ? pageOf(inject(DOCUMENT)) : NO_PAGE),
});

/** Port to the place of the latest idempotency key; by default `localStorage`. */
export const SESSION_KEYS = new InjectionToken<KeyStore>('SESSION_KEYS', {
  providedIn: 'root',
  factory: () => keysOf(inject(SESSION_CONFIG)),
});

/** Port to the note that a document leaves for the next one of its tab; by default `sessionStorage`. */
export const SESSION_NOTE = new InjectionToken<Note>('SESSION_NOTE', {
  providedIn: 'root',
  factory: () => noteOf(inject(SESSION_CONFIG)),
});

/** Port to the server's stream of events; by default `fetch`. */
export const SESSION_FEED = new InjectionToken<EventFeed>('SESSION_FEED', {
  providedIn: 'root',
  factory: () => feedOf(inject(SESSION_CONFIG), inject(SESSION_CLOCK)),
});

/** Port to the turn of the one tab that listens; by default a Web Lock, and none in a browser without them. */
export const SESSION_TURN = new InjectionToken<Turn | undefined>('SESSION_TURN', {
  providedIn: 'root',
  factory: () => (inject(IN_BROWSER) ? turnOfTabs(inject(SESSION_CONFIG)) : undefined),
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
