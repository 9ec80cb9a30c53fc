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

  it.each([401, 503])('takesTheCookieAwayWhenTheEndIsToldBeforeTheAnswer: %i', async (status) => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    TestBed.inject(Session).end('erased');
    expect(request.cancelled).toBe(true);
    const refresh = await vi.waitFor(() => backend.expectOne({ method: 'POST', url: '/auth/token/refresh' }));
    refresh.flush({ code: 'session_ended' }, { status, statusText: 'No' });
    expect(await removal).toBeUndefined();
    expect(TestBed.inject(Session).endReason()).toBe('erased');
  });
});
