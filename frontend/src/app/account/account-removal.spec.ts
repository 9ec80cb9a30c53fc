import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideSession, sessionInterceptor } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { AccountRemoval } from './account-removal';

describe('AccountRemoval', () => {
  let backend: HttpTestingController;
  let fakes: SessionFakes;

  beforeEach(async () => {
    fakes = new SessionFakes();
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

  it('hasTheTokenRefusedWithoutTheSessionWhenTheEndIsToldBeforeTheAnswer', async () => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    TestBed.inject(Session).end('erased');
    expect(request.cancelled).toBe(true);
    await refuse('token-1');
    expect(await removal).toBeUndefined();
    expect(fakes.server.keys).toHaveLength(1);
  });

  it('refreshesOnceAfterTheAnswerAndNeedsNoOtherAnswer', async () => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    fakes.server.answer = { kind: 'ended', reason: 'erased' };
    request.flush(null, { status: 204, statusText: 'No Content' });
    (await refused()).error(new ProgressEvent('error'));
    expect(await removal).toBeUndefined();
    expect(fakes.server.keys).toHaveLength(2);
    expect(TestBed.inject(Session).endReason()).toBe('erased');
  });

  it('changesNothingWhenTheServerRefused', async () => {
    const removal = TestBed.inject(AccountRemoval).erase();
    const request = await vi.waitFor(() => backend.expectOne({ method: 'DELETE', url: '/api/account' }));
    request.flush({ code: 'storage_unavailable' }, { status: 503, statusText: 'Unavailable' });
    expect((await removal)?.code).toBe('storage_unavailable');
    backend.expectNone({ method: 'GET' });
    expect(TestBed.inject(Session).status()).toBe('active');
  });

  function refused(): Promise<TestRequest> {
    return vi.waitFor(() => backend.expectOne({ method: 'GET', url: '/api/account' }));
  }

  async function refuse(token: string): Promise<void> {
    const request = await refused();
    expect(request.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
    request.flush({ code: 'session_ended' }, { status: 401, statusText: 'Unauthorized' });
  }
});
