import { Place } from '../engine/own-api';
import { Channel, Clock, EventFeed, KeyStore, Lock, Note, Page, Transport, Turn } from '../engine/ports';
import { CompleteOptions } from '../engine/session-options';
import { Broadcast } from './broadcast';
import { BrowserPage } from './browser-page';
import { FetchEventFeed } from './event-feed';
import { FetchTransport } from './fetch-transport';
import { LocalKeyStore } from './local-key-store';
import { TabNote } from './tab-note';
import { TabLock, WebLock, WebTurn } from './web-lock';

/** `fetch` to the server, with `keepalive`. */
export function transportTo({ refresh, logout }: CompleteOptions, clock: Clock): Transport {
  return new FetchTransport(refresh, logout, () => clock.now());
}

/** A lock with one holder in this tab. */
export function lockOfTab(): Lock {
  return new TabLock();
}

/** A lock with one holder in all tabs if the browser has Web Locks, else in this tab alone. */
export function lockOfTabs({ name }: CompleteOptions, clock: Clock): Lock {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? new WebLock(name, clock) : lockOfTab();
}

/** The turn of the one tab that listens; without Web Locks none, for each tab would need a stream of its own. */
export function turnOfTabs({ name }: CompleteOptions): Turn | undefined {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? new WebTurn(`${name}.events`) : undefined;
}

/** `fetch` of the server's stream of events. */
export function feedOf({ events }: CompleteOptions, clock: Clock): EventFeed {
  return new FetchEventFeed(events, clock);
}

/** A channel for a tab that keeps to itself. */
export const SILENCE: Channel = { post: () => undefined, listen: () => undefined };

/** A channel to the other tabs if the browser has BroadcastChannel, else a silent one. */
export function channelOfTabs({ name }: CompleteOptions): Channel {
  return 'BroadcastChannel' in globalThis ? new Broadcast(name) : SILENCE;
}

/** That document in its window. */
export function pageOf(document: Document): Page {
  return new BrowserPage(document);
}

/** Keys in `localStorage`, or in memory if the browser forbids storage. */
export function keysOf({ name }: CompleteOptions): KeyStore {
  return new LocalKeyStore(`${name}.refresh-key`);
}

/** A note in `sessionStorage`; it is lost if the browser forbids storage. */
export function noteOf({ name }: CompleteOptions): Note {
  return new TabNote(`${name}.former-account`);
}

/** The place of that document. */
export function placeOf({ location, baseURI }: Document): Place {
  return { origin: location.origin, base: baseURI };
}

/** A transport for a server that renders pages: it sends nothing and signs no person out. */
export const NO_TRANSPORT: Transport = {
  refresh: () => Promise.resolve({ kind: 'unavailable' }),
  logout: () => Promise.resolve(false),
};

/** A page for a server that renders pages: no person sees it, and it leads nowhere. */
export const NO_PAGE: Page = {
  visible: () => false,
  listen: () => undefined,
  reload: () => undefined,
  open: () => undefined,
  go: () => undefined,
  here: () => '/',
};
