import { SessionFakes, settle } from '@holdfast/session/testing';
import { CoreSession } from './core-session';
import { SessionEvent } from './engine/session-event';
import { completed } from './engine/session-options';

describe('CoreSession', () => {
  let fakes: SessionFakes;
  let closed: number;

  beforeEach(() => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.account = 'ada';
    fakes.server.accountName = 'ada@mail.example';
    fakes.server.roles = ['user'];
    closed = 0;
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function session(path = '/files'): CoreSession {
    const { server: transport, lock, clock, page, keys, note, popups } = fakes;
    const window = {
      location: { href: `https://own.example${path}` },
      close: () => closed++,
    } as unknown as Window;
    return new CoreSession(
      { transport, lock, clock, page, keys, note, popups, channel: fakes.channels.connect() },
      {
        ...completed({ api: ['/api', '/reports'] }),
        shareToken: true,
        ahead: 30,
        place: { origin: 'https://own.example', base: 'https://own.example/' },
        window,
      },
    );
  }

  it('startWhenSignedInThenTellsWhoItIs', async () => {
    const here = session();
    const events: SessionEvent[] = [];
    here.listen((event) => events.push(event));
    await here.start();
    expect(here.user).toEqual({ id: 'ada', name: 'ada@mail.example', roles: ['user'] });
    expect(events.map(({ type }) => type)).toEqual(['refresh-started', 'refresh-succeeded']);
  });

  it('startWhenThePopupHasReturnedThenClosesItAndLeavesTheSessionAlone', async () => {
    const popup = session('/consent?flow=1');
    await popup.start();
    expect([closed, popup.state.status, fakes.server.keys.length]).toEqual([1, 'restoring', 0]);
  });

  it('signInGoesToGoogleAndBackToThisPage', () => {
    fakes.page.address = '/files?q=x';
    session().signIn({ loginHint: 'ada@mail.example', scopes: ['a', 'b'] });
    expect(fakes.page.left).toEqual([
      '/auth/login?return_to=%2Ffiles%3Fq%3Dx&login_hint=ada%40mail.example&scope=a+b',
    ]);
  });

  it('consentAsksTheServerWhatTheGrantHasAndRepeats', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (request: Request) => {
      asked.push(request.url);
      return Promise.resolve(new Response(JSON.stringify({ scopes: ['drive'] })));
    });
    const here = session();
    await here.start();
    const problem = { missing_scopes: ['drive'], sign_in: '/auth/login?scope=drive' };
    const outcome = here.consent(problem, () => Promise.resolve('again'));
    fakes.popups.returns();
    await fakes.clock.advance(100);
    await expect(outcome).resolves.toEqual({ kind: 'granted', value: 'again' });
    expect(asked).toEqual(['https://own.example/api/google/grant']);
  });

  it('endThenEveryTabHearsIt', async () => {
    const [here, there] = [session(), session()];
    await Promise.all([here.start(), there.start()]);
    here.end('erased');
    await settle();
    expect(there.state).toMatchObject({ status: 'ended', endReason: 'erased' });
  });
});
