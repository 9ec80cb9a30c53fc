import { TestBed } from '@angular/core/testing';
import { RefreshUnavailableError, SESSION_FETCH, SessionEndedError } from '@holdfast/session';
import { AnswerServer } from './answers.fixture';
import { AnswerPart, Answers } from './answers';

describe('Answers', () => {
  let server: AnswerServer;
  let stop: AbortController;

  beforeEach(() => {
    server = new AnswerServer();
    stop = new AbortController();
    TestBed.configureTestingModule({ providers: [{ provide: SESSION_FETCH, useValue: server.fetch }] });
  });

  function ask(): AsyncGenerator<AnswerPart> {
    return TestBed.inject(Answers).ask('a/b', 'Why?', stop.signal);
  }

  async function all(): Promise<AnswerPart[]> {
    const parts: AnswerPart[] = [];
    for await (const part of ask()) parts.push(part);
    return parts;
  }

  async function codeOfTheEnd(): Promise<string> {
    const last = (await all()).at(-1);
    return last?.kind === 'failed' ? last.failure.code : 'none';
  }

  it('asksForAStreamAndYieldsEachPieceWhenItComes', async () => {
    const parts = ask();
    const first = parts.next();
    await Promise.resolve();
    server.writes('text', { text: 'Be' });
    await expect(first).resolves.toMatchObject({ value: { kind: 'text', text: 'Be' } });
    server.writes('text', { text: 'cause' });
    server.writes('done', { finish_reason: 'stop', tokens: 5 });
    await expect(parts.next()).resolves.toMatchObject({ value: { kind: 'text', text: 'cause' } });
    await expect(parts.next()).resolves.toMatchObject({ value: { kind: 'done', reason: 'stop' } });
    await expect(parts.next()).resolves.toMatchObject({ done: true });
    expect(server.asked).toMatchObject([
      {
        url: '/api/drive/files/a%2Fb/questions',
        init: {
          method: 'POST',
          headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
          body: '{"question":"Why?"}',
        },
      },
    ]);
  });

  it('readsWhyItWasRefused', async () => {
    const problem = { code: 'google_scope_missing', missing_scopes: ['g'], sign_in: '/auth/login?scope=g' };
    server.refuses(403, problem);
    await expect(all()).resolves.toMatchObject([
      {
        kind: 'failed',
        failure: { code: 'google_scope_missing', missingScopes: ['g'], signIn: problem.sign_in },
      },
    ]);
  });

  it('readsWhenItMayBeAskedAgain', async () => {
    server.refuses(429, { code: 'too_many_requests' }, { 'Retry-After': '30' });
    const [part] = await all();
    expect(part?.kind === 'failed' && part.failure.retryAt - Date.now()).toBeGreaterThan(25_000);
  });

  it('readsAProblemThatComesAfterTheFirstPieces', async () => {
    const parts = all();
    await Promise.resolve();
    server.writes('text', { text: 'Be' });
    server.writes('problem', { status: 503, code: 'google_unavailable', retry_after: 30 });
    await expect(parts).resolves.toMatchObject([
      { kind: 'text' },
      { kind: 'failed', failure: { code: 'google_unavailable' } },
    ]);
  });

  it.each(['closes', 'breaks'] as const)('neverTakesAStreamThat%sForAWholeAnswer', async (ends) => {
    const code = codeOfTheEnd();
    await Promise.resolve();
    server.writes('text', { text: 'Be' });
    await new Promise((resolve) => setTimeout(resolve));
    server[ends]();
    await expect(code).resolves.toBe('answer_broken_off');
  });

  it.each(['{"text":', '<html>', ''])('takesAnEventThatReads%jForABreak', async (data) => {
    const code = codeOfTheEnd();
    await Promise.resolve();
    server.writesRaw(`event: text\ndata: ${data}\n\n`);
    await expect(code).resolves.toBe('answer_broken_off');
  });

  it('passesOverEventsThatItDoesNotKnow', async () => {
    const parts = all();
    await Promise.resolve();
    server.writesRaw(': beat\n\n');
    server.writes('brand_new', {});
    server.writes('done', { finish_reason: 'stop' });
    await expect(parts).resolves.toEqual([{ kind: 'done', reason: 'stop' }]);
  });

  it('saysThatTheServerCannotBeReached', async () => {
    server.isLost();
    await expect(codeOfTheEnd()).resolves.toBe('unreachable');
  });

  it.each([
    [new SessionEndedError('expired'), 'signed_out'],
    [new RefreshUnavailableError(5), 'unreachable'],
  ])('of%sSays%s', async (error, code) => {
    TestBed.overrideProvider(SESSION_FETCH, { useValue: () => Promise.reject(error) });
    await expect(codeOfTheEnd()).resolves.toBe(code);
  });

  it('endsWithoutAWordWhenItIsStopped', async () => {
    const parts = all();
    await Promise.resolve();
    server.writes('text', { text: 'Be' });
    await new Promise((resolve) => setTimeout(resolve));
    stop.abort();
    await expect(parts).resolves.toEqual([{ kind: 'text', text: 'Be' }]);
  });
});
