import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideSession, sessionInterceptor } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { AccountRemoval } from './account-removal';

describe('AccountRemoval', () => {
  let backend: HttpTestingController;

  beforeEach(async () => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideSession(),
        fakes.providers,
      ],
    });
    await TestBed.inject(Session).settled();
    backend = TestBed.inject(HttpTestingController);
  });

  it.each([401, 503])('takesTheCookieAwayAfterTheAnswer: %i', async (status) => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    request.flush(null, { status: 204, statusText: 'No Content' });
    await refuseRefresh(status);
    expect(await removal).toBeUndefined();
    expect(TestBed.inject(Session).endReason()).toBe('erased');
  });

  it('takesTheCookieAwayWhenTheEndIsToldBeforeTheAnswer', async () => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    TestBed.inject(Session).end('erased');
    expect(request.cancelled).toBe(true);
    await refuseRefresh(401);
    expect(await removal).toBeUndefined();
  });

  it('takesNoCookieAwayWhenTheServerRefused', async () => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    request.flush({ code: 'storage_unavailable' }, { status: 503, statusText: 'Unavailable' });
    expect((await removal)?.code).toBe('storage_unavailable');
    backend.expectNone('/auth/token/refresh');
    expect(TestBed.inject(Session).status()).toBe('active');
  });

  async function refuseRefresh(status: number): Promise<void> {
    const refresh = await vi.waitFor(() => backend.expectOne({ method: 'POST', url: '/auth/token/refresh' }));
    refresh.flush({ code: 'session_ended' }, { status, statusText: 'No' });
  }
});
