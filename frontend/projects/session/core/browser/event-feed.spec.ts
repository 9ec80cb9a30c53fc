import { FakeClock, settle } from '@holdfast/session/testing';
import { ServerEvent } from '../engine/ports';
import { FetchEventFeed } from './event-feed';

const TOKEN = { value: 't1', sessionId: 's1', obtainedAt: 0, expiresAt: 1, sessionExpiresAt: undefined };

describe('FetchEventFeed', () => {
  let clock: FakeClock;
  let heard: ServerEvent[];
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stop = new AbortController();

  beforeEach(() => {
    clock = new FakeClock();
    heard = [];
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function server(answer: (signal: AbortSignal) => Response): ReturnType<typeof vi.fn> {
    const send = vi.fn((_url: string, init: RequestInit) =>
      Promise.resolve(answer(init.signal ?? stop.signal)),
    );
    vi.stubGlobal('fetch', send);
    return send;
  }

  function streaming(): ReturnType<typeof vi.fn> {
    return server((signal) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          stream = controller;
          signal.addEventListener('abort', () => {
            controller.error(new Error('aborted'));
          });
        },
      });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    });
  }

  function open(): Promise<unknown> {
    return new FetchEventFeed('/api/events', clock).open(TOKEN, (event) => heard.push(event), stop.signal);
  }

  async function says(text: string): Promise<void> {
    stream?.enqueue(new TextEncoder().encode(text));
    await settle();
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('sendsTheTokenInAHeaderAndHearsEventsHoweverTheyAreCut', async () => {
    const send = streaming();
    const end = open();
    await settle();
    await says('event: hello\ndata: {"server_ti');
    await says('me":"2026-11-30T08:00:00Z"}\n');
    await says(
      '\n: \n\nevent: grant\ndata: {"status":"scope_short","missing_scopes":["a"]}\n\nevent: new\n\n',
    );
    await says('event: session_ended\r\ndata: {"reason":"idle"}\r\n\r\n');
    stream?.close();
    expect(await end).toEqual({ kind: 'closed' });
    expect(heard).toEqual([
      { type: 'hello' },
      { type: 'grant', grant: { status: 'scope_short', missingScopes: ['a'] } },
      { type: 'session-ended', reason: 'idle' },
    ]);
    expect(send.mock.calls[0]?.[1]).toMatchObject({ headers: { Authorization: 'Bearer t1' } });
  });

  it('takesALongSilenceForABrokenConnection', async () => {
    streaming();
    const end = open();
    await settle();
    await clock.advance(44_000);
    await says(': \n\n');
    await clock.advance(44_000);
    await says('event: hello\n\n');
    expect(heard).toHaveLength(1);
    await clock.advance(45_000);
    expect(await end).toEqual({ kind: 'closed' });
  });

  it('tellsARefusalWithTheWait', async () => {
    server(() => new Response('{}', { status: 429, headers: { 'Retry-After': '5' } }));
    expect(await open()).toEqual({ kind: 'refused', status: 429, retryAfter: 5_000 });
  });

  it('tellsTheEndOfTheSession', async () => {
    const body = JSON.stringify({ code: 'session_ended', reason: 'expired' });
    server(() => new Response(body, { status: 401 }));
    expect(await open()).toEqual({ kind: 'ended', reason: 'expired' });
  });

  it('takesAPageInPlaceOfAStreamForNoStream', async () => {
    server(() => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }));
    expect(await open()).toEqual({ kind: 'refused', status: 404, retryAfter: undefined });
  });

  it('isClosedWithoutNetwork', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await open()).toEqual({ kind: 'closed' });
  });

  it('endsNothingOnDataThatCannotBeRead', async () => {
    streaming();
    const end = open();
    await settle();
    await says('event: grant\ndata: {"status":\n\nevent: grant\ndata: null\n\n');
    stream?.close();
    await end;
    expect(heard).toEqual([]);
  });
});
