import { SessionEngine } from '../engine/engine';
import { Browser } from '../engine/engine.fixture';
import { SessionFetch } from './session-fetch';

const PLACE = { origin: 'https://own.example', base: 'https://own.example/page' };

describe('SessionFetch', () => {
  let browser: Browser;
  let engine: SessionEngine;
  let api: SessionFetch;
  let sent: { readonly url: string; readonly bearer: string | null; readonly body: string }[];
  let answers: Response[];

  beforeEach(async () => {
    browser = new Browser();
    browser.server.sessionId = 's1';
    engine = await browser.openTab();
    sent = [];
    answers = [];
    api = new SessionFetch(engine, ['/api', '/reports'], PLACE, async (input, init) => {
      const request = input instanceof Request ? input : new Request(new URL(input, PLACE.base));
      const bearer = request.headers.get('Authorization');
      sent.push({ url: request.url, bearer, body: await request.text() });
      const answer = answers.shift();
      if (answer) return answer;
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason as Error);
        });
      });
    });
  });

  function answer(status: number, body: object = {}): void {
    answers.push(new Response(JSON.stringify(body), { status }));
  }

  /** Moves time on until the promise is settled. */
  async function outcome(url: string, init?: RequestInit): Promise<Response> {
    const running = api.fetch(url, init);
    running.catch(() => undefined);
    for (let turn = 0; turn < 10; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await browser.clock.advance(20);
    }
    return running;
  }

  it.each(['/api', '/api/things?q=1', 'https://own.example/reports/1', new URL('https://own.example/api/x')])(
    'fetchWhenOwnApi%sThenSendsTheToken',
    async (url) => {
      answer(200);
      await api.fetch(url);
      expect(sent[0]?.bearer).toBe('Bearer token-1');
    },
  );

  it.each(['https://elsewhere.example/api/things', '//elsewhere.example/api', '/apix', '/api/../other'])(
    'fetchWhen%sThenSendsNoToken',
    async (url) => {
      answer(401, { code: 'access_token_invalid' });
      expect((await api.fetch(url)).status).toBe(401);
      expect(sent.map(({ bearer }) => bearer)).toEqual([null]);
      expect(browser.server.keys).toHaveLength(1);
    },
  );

  it('fetchWhenTheTokenIsRefusedThenRefreshesOnceAndRepeatsTheWholeRequestOnce', async () => {
    answer(401, { code: 'access_token_invalid' });
    answer(200, { fine: true });
    const got = await outcome('/api/things', { method: 'POST', body: 'whole' });
    await expect(got.json()).resolves.toEqual({ fine: true });
    expect(sent.map(({ bearer, body }) => [bearer, body])).toEqual([
      ['Bearer token-1', 'whole'],
      ['Bearer token-2', 'whole'],
    ]);
    expect(browser.server.keys).toHaveLength(2);
  });

  it('fetchWhenTheFreshTokenIsRefusedTooThenEnds', async () => {
    answer(401, { code: 'access_token_invalid' });
    answer(401, { code: 'access_token_invalid' });
    await expect(outcome('/api/things')).rejects.toMatchObject({
      name: 'SessionEndedError',
      reason: 'refused',
    });
    expect(engine.state).toMatchObject({ status: 'ended', endReason: 'refused' });
    expect(browser.server.logouts).toBe(1);
    expect(sent).toHaveLength(2);
  });

  it.each(['session_ended', 'google_access_lost'])('fetchWhen%sThenEndsWithoutARefresh', async (code) => {
    answer(401, { code, reason: 'idle' });
    await expect(outcome('/api/things')).rejects.toMatchObject({ reason: 'idle' });
    expect(engine.state).toMatchObject({ status: 'ended', endReason: 'idle' });
    expect(browser.server.keys).toHaveLength(1);
  });

  it('fetchWhenTheSessionWasReplacedAfterAConsentThenRepeatsInTheNewOne', async () => {
    browser.server.account = 'ada';
    const refreshed = engine.refresh();
    await browser.clock.advance(100);
    await refreshed;
    engine.expectSuccessor(60_000);
    browser.server.sessionId = 's2';
    answer(401, { code: 'session_ended', reason: 'signed_out' });
    answer(200);
    expect((await outcome('/api/things')).status).toBe(200);
    expect(engine.state).toMatchObject({ status: 'active', token: { sessionId: 's2' } });
  });

  it.each([403, 404, 503])('fetchWhen%dThenResolvesWithIt', async (status) => {
    answer(status, { code: 'x' });
    expect((await outcome('/api/things')).status).toBe(status);
    expect(browser.server.keys).toHaveLength(1);
  });

  it('fetchWhenTheSessionEndsWhileItRunsThenRejects', async () => {
    const running = api.fetch('/api/things');
    await vi.waitFor(() => {
      expect(sent).toHaveLength(1);
    });
    engine.endOwn('erased');
    await expect(running).rejects.toMatchObject({ name: 'SessionEndedError', reason: 'erased' });
  });

  it('fetchWhenTheCallerStopsItThenRejectsAsFetchDoes', async () => {
    const stop = new AbortController();
    const running = api.fetch('/api/things', { signal: stop.signal });
    await vi.waitFor(() => {
      expect(sent).toHaveLength(1);
    });
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(engine.state.status).toBe('active');
  });

  it('fetchWhenTheServerCannotRefreshThenUnavailableAndStillSignedIn', async () => {
    answer(401, { code: 'access_token_invalid' });
    browser.server.answer = { kind: 'unavailable' };
    await expect(outcome('/api/things')).rejects.toMatchObject({ name: 'RefreshUnavailableError' });
    expect(engine.state.status).toBe('active');
  });
});
