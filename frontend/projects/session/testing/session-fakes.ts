import { Provider } from '@angular/core';
import {
  SESSION_CHANNEL,
  SESSION_CLOCK,
  SESSION_KEYS,
  SESSION_LOCK,
  SESSION_PAGE,
  SESSION_TRANSPORT,
} from '@holdfast/session';
import { FakeChannels, FakeKeys, FakeLock, FakePage } from './fake-browser';
import { FakeClock } from './fake-clock';
import { FakeServer } from './fake-server';

/**
 * A browser and a server made of memory. Put `providers` after `provideSession(...)` in a test, set
 * `server.sessionId = 's1'` to be signed in, and move time with `clock.advance(...)`.
 */
export class SessionFakes {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  readonly channels = new FakeChannels();
  readonly lock = new FakeLock(this.clock);
  readonly page = new FakePage();
  readonly keys = new FakeKeys();

  readonly providers: Provider[] = [
    { provide: SESSION_TRANSPORT, useValue: this.server },
    { provide: SESSION_LOCK, useValue: this.lock },
    { provide: SESSION_CHANNEL, useValue: this.channels.connect() },
    { provide: SESSION_CLOCK, useValue: this.clock },
    { provide: SESSION_PAGE, useValue: this.page },
    { provide: SESSION_KEYS, useValue: this.keys },
  ];
}
