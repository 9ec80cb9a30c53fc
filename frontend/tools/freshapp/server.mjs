// Runs where no DOM is, as a server that renders pages: imports the session library and calls all that a page calls.
import assert from 'node:assert/strict';
import '@angular/compiler';
import { HttpRequest } from '@angular/common/http';
import {
  ApplicationInitStatus,
  DOCUMENT,
  PLATFORM_ID,
  createEnvironmentInjector,
  createPlatformFactory,
  platformCore,
  runInInjectionContext,
  ɵINJECTOR_SCOPE,
} from '@angular/core';

for (const name of ['navigator', 'localStorage', 'sessionStorage']) delete globalThis[name];
for (const name of ['window', 'document', 'location', 'navigator', 'localStorage'])
  assert.equal(name in globalThis, false, name);
globalThis.fetch = () => assert.fail('A server must not ask for a session');

const library = await import('@holdfast/session');
const { Session, provideSession, sessionInterceptor, whenInRole, whenSignedIn, whenSignedOut } = library;
const events = [];
const injector = createEnvironmentInjector(
  [
    { provide: ɵINJECTOR_SCOPE, useValue: 'root' },
    { provide: PLATFORM_ID, useValue: 'server' },
    { provide: DOCUMENT, useValue: {} },
    provideSession(
      {},
      library.withCrossTab(),
      library.withProactiveRefresh(),
      library.withEvents(() => (event) => events.push(event)),
    ),
  ],
  createPlatformFactory(platformCore, 'server')().injector,
);
const starting = injector.get(ApplicationInitStatus);
starting.runInitializers();
await starting.donePromise;

const session = injector.get(Session);
assert.equal(session.status(), 'restoring');
assert.equal(session.user(), undefined);
session.signIn();
const guarded = (guard) => runInInjectionContext(injector, guard);
assert.equal(await guarded(whenSignedIn), true);
assert.equal(await guarded(whenSignedOut), true);
assert.equal(await guarded(whenInRole('admin')), false);
let passed;
guarded(() => sessionInterceptor(new HttpRequest('GET', '/api/x'), (request) => (passed = request)));
assert.equal(passed.headers.has('Authorization'), false);
await assert.rejects(session.authorize(), library.RefreshUnavailableError);
assert.deepEqual([...new Set(events.map(({ type }) => type))], ['refresh-started', 'refresh-failed']);
console.log('the library runs without a DOM');
process.exit();
