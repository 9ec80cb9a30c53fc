// Runs where neither a DOM nor Angular is: imports the session library's core and calls what a server may call.
import assert from 'node:assert/strict';

for (const name of ['navigator', 'localStorage', 'sessionStorage']) delete globalThis[name];
for (const name of ['window', 'document', 'location', 'navigator', 'localStorage'])
  assert.equal(name in globalThis, false, name);
await assert.rejects(import('@angular/core'), { code: 'ERR_MODULE_NOT_FOUND' });

const { RefreshUnavailableError, createSession } = await import('@holdfast/session/core');
const sent = [];
globalThis.fetch = async (input, init) => {
  sent.push([input, init]);
  return new Response('fine');
};
const session = createSession({ api: '/api' });
await session.start();
assert.equal(session.state.status, 'restoring');
assert.equal(session.user, undefined);
session.signIn({ returnTo: '/files' });
const problem = { sign_in: '/auth/login?scope=x', missing_scopes: ['x'] };
assert.deepEqual(await session.consent(problem, async () => 'again'), { kind: 'leaving' });
assert.equal(await (await session.fetch('https://holdfast.example/api/x')).text(), 'fine');
assert.deepEqual(sent, [['https://holdfast.example/api/x', undefined]]);
await assert.rejects(session.authorize(), RefreshUnavailableError);
console.log('core runs without a DOM and without Angular');
