import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { CONSENT } from './consent';
import { provideSession, withEvents } from './provide-session';
import { Session } from './session';
import { sessionInterceptor } from './session-interceptor';

describe('Session', () => {
  let fakes: SessionFakes;
  let events: string[];

  async function load(account: string, sessionId = 's1'): Promise<Session> {
    fakes.server.account = account;
    fakes.server.sessionId = sessionId;
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideSession(
          {},
          withEvents(
            () =>
              ({ type }) =>
                events.push(type),
          ),
        ),
        fakes.providers,
      ],
    });
    const session = TestBed.inject(Session);
    await settle();
    return session;
  }

  /** Another tab, in which that session has begun. */
  function elsewhere(sessionId: string): void {
    fakes.channels.connect().post({ type: 'refreshed', sessionId, key: undefined, token: undefined });
  }

  beforeEach(() => {
    fakes = new SessionFakes();
    events = [];
  });

  it('endsWhenTheServerTellsThemThenBothAreThere', async () => {
    fakes.server.sessionExpiresAt = Date.UTC(2026, 0, 8);
    fakes.server.sessionEndsAt = Date.UTC(2026, 0, 31);
    const session = await load('ada');
    expect(session.expiresAt()).toEqual(new Date('2026-01-08T00:00:00Z'));
    expect(session.endsAt()).toEqual(new Date('2026-01-31T00:00:00Z'));
  });

  it('accountWhenAnotherPersonSignedInInAnotherTabThenTheNextDocumentSaysSo', async () => {
    const before = await load('ada');
    expect([before.accountId(), before.accountChanged()]).toEqual(['ada', false]);
    elsewhere('s2');
    await settle();
    expect(fakes.page.reloads).toBe(1);

    const session = await load('bruno', 's2');
    expect([session.accountId(), session.accountChanged()]).toEqual(['bruno', true]);

    expect((await load('bruno', 's2')).accountChanged()).toBe(false);
  });

  it('accountWhenTheSamePersonSignedInAgainThenNothingHasChanged', async () => {
    await load('ada');
    elsewhere('s2');
    await settle();
    const session = await load('ada', 's2');
    expect([session.accountId(), session.accountChanged()]).toEqual(['ada', false]);
  });

  it('userWhenSignedInThenTellsWhoAndStaysTheSameOverARefresh', async () => {
    fakes.server.accountName = 'ada@mail.example';
    fakes.server.roles = ['user', 'admin'];
    const session = await load('ada');
    const user = session.user();
    expect(user).toEqual({ id: 'ada', name: 'ada@mail.example', roles: ['user', 'admin'] });
    const refreshed = session.refresh();
    await fakes.clock.advance(100);
    await refreshed;
    expect(session.user()).toBe(user);
    await session.logout();
    expect(session.user()).toBeUndefined();
  });

  it('signInGoesToGoogleWithWhatIsAskedFor', async () => {
    const session = await load('ada');
    fakes.page.address = '/files';
    session.signIn();
    session.signIn({ returnTo: '/account', loginHint: 'ada@mail.example', scopes: ['calendar'] });
    expect(fakes.page.left).toEqual([
      '/auth/login?return_to=%2Ffiles',
      '/auth/login?return_to=%2Faccount&login_hint=ada%40mail.example&scope=calendar',
    ]);
  });

  it('eventsAreToldFromTheStart', async () => {
    const session = await load('ada');
    await session.logout();
    expect(events).toEqual(['refresh-started', 'refresh-succeeded', 'session-ended']);
  });

  it('consentWhenGrantedThenRepeatsTheRefusedRequest', async () => {
    await load('ada');
    const outcome = TestBed.inject(CONSENT)(
      { missing_scopes: ['drive'], sign_in: '/auth/login?scope=drive' },
      () => Promise.resolve('files'),
    );
    fakes.popups.returns();
    await fakes.clock.advance(100);
    TestBed.inject(HttpTestingController)
      .expectOne('/api/google/grant')
      .flush({ scopes: ['drive'] });
    await expect(outcome).resolves.toEqual({ kind: 'granted', value: 'files' });
  });
});
