import { HttpClient, HttpContext, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { RefreshUnavailableError, SessionEndedError } from '@holdfast/session/core';
import { provideSession } from './provide-session';
import { Session } from './session';
import { WITHOUT_SESSION, sessionInterceptor } from './session-interceptor';

describe('sessionInterceptor', () => {
  let fakes: SessionFakes;
  let http: HttpClient;
  let backend: HttpTestingController;
  let session: Session;

  beforeEach(async () => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor])),
        provideHttpClientTesting(),
        provideSession({ api: ['/api', '/reports'] }),
        fakes.providers,
      ],
    });
    http = TestBed.inject(HttpClient);
    backend = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
    await session.settled();
  });

  afterEach(() => {
    backend.verify();
  });

  function get(url = '/api/things'): Promise<unknown> {
    const answer = new Promise((resolve, reject) =>
      http.get(url).subscribe({ next: resolve, error: reject }),
    );
    answer.catch(() => undefined);
    return answer;
  }

  async function sent(url = '/api/things'): Promise<TestRequest> {
    await settle();
    return backend.expectOne(url);
  }

  function refuse(request: TestRequest, problem: object): void {
    request.flush(problem, { status: 401, statusText: 'Unauthorized' });
  }

  it.each(['/api', '/api/things?q=1', '/reports/1'])('sendsTheTokenTo%s', async (url) => {
    void get(url);
    expect((await sent(url)).request.headers.get('Authorization')).toBe('Bearer token-1');
  });

  it.each([
    'https://elsewhere.example/api/things',
    '//elsewhere.example/api/things',
    '/apix',
    '/auth/logout',
    '/api/../other',
    'assets/api/x',
  ])('sendsNoTokenTo%s', async (url) => {
    void get(url);
    expect((await sent(url)).request.headers.has('Authorization')).toBe(false);
  });

  it('sendsNoTokenWhenTheRequestIsMarked', async () => {
    http.get('/api/open', { context: new HttpContext().set(WITHOUT_SESSION, true) }).subscribe();
    expect((await sent('/api/open')).request.headers.has('Authorization')).toBe(false);
  });

  it('refreshesOnceAndRepeatsOnceWhenTheTokenIsRefused', async () => {
    const [one, two] = [get('/api/1'), get('/api/2')];
    refuse(await sent('/api/1'), { code: 'access_token_invalid' });
    refuse(await sent('/api/2'), { code: 'access_token_invalid' });
    await fakes.clock.advance(100);
    for (const url of ['/api/1', '/api/2']) {
      const again = await sent(url);
      expect(again.request.headers.get('Authorization')).toBe('Bearer token-2');
      again.flush('fine');
    }
    await expect(Promise.all([one, two])).resolves.toEqual(['fine', 'fine']);
    expect(fakes.server.keys).toHaveLength(2);
  });

  it('repeatsABodyWhole', async () => {
    http.post('/api/things', { name: 'whole' }).subscribe();
    refuse(await sent(), { code: 'access_token_invalid' });
    await fakes.clock.advance(100);
    expect((await sent()).request.body).toEqual({ name: 'whole' });
  });

  it('logsOutWhenTheFreshTokenIsRefusedToo', async () => {
    const answer = get();
    refuse(await sent(), { code: 'access_token_invalid' });
    await fakes.clock.advance(100);
    refuse(await sent(), { code: 'access_token_invalid' });
    await expect(answer).rejects.toMatchObject({ name: 'SessionEndedError', reason: 'refused' });
    expect(session.status()).toBe('ended');
    expect(session.endReason()).toBe('refused');
    expect(fakes.server.logouts).toBe(1);
    expect(fakes.server.keys).toHaveLength(2);
  });

  it.each(['session_ended', 'google_access_lost'])('endsAtOnceWithoutRefreshWhen%s', async (code) => {
    const answer = get();
    refuse(await sent(), { code, reason: 'google_revoked' });
    await expect(answer).rejects.toMatchObject({ name: 'SessionEndedError', reason: 'google_revoked' });
    expect(session.endReason()).toBe('google_revoked');
    expect(fakes.server.keys).toHaveLength(1);
    expect(fakes.channels.messages.at(-1)).toEqual({
      type: 'ended',
      sessionId: 's1',
      reason: 'google_revoked',
    });
  });

  it('readsTheProblemOfARefusedDownload', async () => {
    http.get('/api/things', { responseType: 'blob' }).subscribe({ error: () => undefined });
    const problem = JSON.stringify({ code: 'session_ended', reason: 'idle' });
    (await sent()).flush(new Blob([problem]), { status: 401, statusText: 'Unauthorized' });
    await vi.waitFor(() => {
      expect(session.endReason()).toBe('idle');
    });
  });

  it('failsWhatIsRunningWhenTheSessionEnds', async () => {
    const answer = get();
    const running = await sent();
    await session.logout();
    await expect(answer).rejects.toBeInstanceOf(SessionEndedError);
    expect(running.cancelled).toBe(true);
  });

  it.each([403, 404, 503])('leavesA%dAlone', async (status) => {
    const answer = get();
    (await sent()).flush({ code: 'x' }, { status, statusText: 'no' });
    await expect(answer).rejects.toMatchObject({ status });
    expect(session.status()).toBe('active');
    expect(fakes.server.keys).toHaveLength(1);
  });

  it('failsWithUnavailableAndStaysSignedInWhenTheServerCannotRefresh', async () => {
    const answer = get();
    fakes.server.answer = { kind: 'unavailable' };
    refuse(await sent(), { code: 'access_token_invalid' });
    await fakes.clock.advance(100);
    await expect(answer).rejects.toBeInstanceOf(RefreshUnavailableError);
    expect(session.status()).toBe('active');
  });
});
