import { Provider } from '@angular/core';
import {
  SESSION_CHANNEL,
  SESSION_CLOCK,
  SESSION_KEYS,
  SESSION_LOCK,
  SESSION_NOTE,
  SESSION_PAGE,
  SESSION_POPUPS,
  SESSION_TRANSPORT,
} from '@holdfast/session';
import { FakeChannels, FakeKeys, FakeLock, FakeNote, FakePage, FakePopups } from './fake-browser';
import { FakeClock } from './fake-clock';
import { FakeServer } from './fake-server';

/**
 * A browser and a server in memory. Put `providers` after `provideSession(...)` in a test, set `server.sessionId =
 * 's1'` to be signed in, and move time with `clock.advance(...)`.
 */
export class SessionFakes {
  /** Time and chance. */
  readonly clock = new FakeClock();
  /** Answers the refreshes. */
  readonly server = new FakeServer();
  /** The channels between the tabs; call `connect()` to play another tab. */
  readonly channels = new FakeChannels();
  /** The lock of all tabs. */
  readonly lock = new FakeLock(this.clock);
  /** The document. */
  readonly page = new FakePage();
  /** The windows that `CONSENT` opens. */
  readonly popups = new FakePopups();
  /** The storage. */
  readonly keys = new FakeKeys();

  /** The note from one document to the next. */
  readonly note = new FakeNote();

  /** Put them after `provideSession(...)`. */
  readonly providers: Provider[] = [
    { provide: SESSION_TRANSPORT, useValue: this.server },
    { provide: SESSION_LOCK, useValue: this.lock },
    { provide: SESSION_CHANNEL, useValue: this.channels.connect() },
    { provide: SESSION_CLOCK, useValue: this.clock },
    { provide: SESSION_PAGE, useValue: this.page },
    { provide: SESSION_POPUPS, useValue: this.popups },
    { provide: SESSION_KEYS, useValue: this.keys },
    { provide: SESSION_NOTE, useValue: this.note },
  ];
}
