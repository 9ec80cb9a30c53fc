import { TestBed } from '@angular/core/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { provideSession } from './provide-session';
import { Session } from './session';

describe('Session', () => {
  let fakes: SessionFakes;

  async function load(account: string, sessionId = 's1'): Promise<Session> {
    fakes.server.account = account;
    fakes.server.sessionId = sessionId;
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideSession(), fakes.providers] });
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
});
