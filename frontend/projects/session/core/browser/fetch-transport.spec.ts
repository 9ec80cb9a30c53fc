import { FetchTransport } from './fetch-transport';

const NOW = Date.UTC(2026, 0, 1);

describe('FetchTransport', () => {
  const transport = new FetchTransport('/auth/token/refresh', '/auth/logout', () => NOW);
  const fetch = vi.fn<typeof globalThis.fetch>();

  beforeEach(() => {
    fetch.mockReset();
    vi.stubGlobal('fetch', fetch);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function answer(status: number, body: object | null = null, headers: Record<string, string> = {}): void {
    fetch.mockResolvedValue(new Response(body === null ? null : JSON.stringify(body), { status, headers }));
  }

  it('refreshIsAKeptAliveSameOriginPostWithTheKeyAndNeverAborted', async () => {
    answer(204);
    await transport.refresh('key-1');
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/auth/token/refresh');
    expect(init).toMatchObject({
      method: 'POST',
      keepalive: true,
      credentials: 'same-origin',
      redirect: 'error',
    });
    expect(init?.headers).toMatchObject({ 'Idempotency-Key': 'key-1' });
    expect(init?.signal).toBeUndefined();
  });

  it('refreshWhen200ThenGranted', async () => {
    const session_expires_at = '2026-01-08T00:00:00Z';
    const session_ends_at = '2026-01-31T00:00:00Z';
    answer(200, {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 300,
      session_id: 's1',
      session_expires_at,
      session_ends_at,
    });
    await expect(transport.refresh('k')).resolves.toEqual({
      kind: 'granted',
      accessToken: 'a',
      expiresIn: 300_000,
      sessionId: 's1',
      sessionExpiresAt: Date.parse(session_expires_at),
      sessionEndsAt: Date.parse(session_ends_at),
    });
  });

  it.each([
    [204, null, { kind: 'anonymous' }],
    [
      409,
      { code: 'refresh_superseded' },
      { kind: 'superseded', trouble: { status: 409, code: 'refresh_superseded' } },
    ],
    [
      400,
      { code: 'invalid_request' },
      { kind: 'malformed-key', trouble: { status: 400, code: 'invalid_request' } },
    ],
    [401, { code: 'session_ended', reason: 'idle' }, { kind: 'ended', reason: 'idle' }],
    [401, null, { kind: 'ended', reason: undefined }],
    [200, { nothing: 1 }, { kind: 'unavailable' }],
    [200, null, { kind: 'unavailable' }],
    [
      403,
      { code: 'cross_site_request' },
      { kind: 'unavailable', trouble: { status: 403, code: 'cross_site_request' } },
    ],
    [404, null, { kind: 'unavailable', trouble: { status: 404, code: undefined } }],
    [503, { code: 7 }, { kind: 'unavailable', trouble: { status: 503, code: undefined } }],
  ])('refreshWhen%dWith%oThen%o', async (status, body, expected) => {
    answer(status, body);
    await expect(transport.refresh('k')).resolves.toEqual(expected);
  });

  it.each([
    ['7', 7_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['soon', undefined],
  ])('refreshWhenRetryAfter%sThenWaits%s', async (header, retryAfter) => {
    answer(429, {}, { 'Retry-After': header });
    await expect(transport.refresh('k')).resolves.toMatchObject({ kind: 'unavailable', retryAfter });
  });

  it('refreshWhenTheNetworkFailsThenUnavailable', async () => {
    fetch.mockRejectedValue(new TypeError('network'));
    await expect(transport.refresh('k')).resolves.toEqual({ kind: 'unavailable' });
  });

  it.each([
    [204, true],
    [503, false],
  ])('logoutWhen%dThen%s', async (status, confirmed) => {
    answer(status);
    await expect(transport.logout()).resolves.toBe(confirmed);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', keepalive: true });
  });
});
