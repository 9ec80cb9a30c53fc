import { AccessToken, GrantNews } from '../engine/model';
import { Clock, EventFeed, FeedEnd, ServerEvent } from '../engine/ports';
import { refusalIn } from '../engine/refusal';

/** The server sends a comment every 20 s at the latest; a connection that is silent for longer than this is broken. */
const SILENCE = 45_000;

/** No event is nearly as long; a stream that goes on for longer without a line's end is not ours. */
const LONGEST = 65_536;

/** `fetch` of the stream with the access token: `EventSource` can send no header. */
export class FetchEventFeed implements EventFeed {
  constructor(
    private readonly url: string,
    private readonly clock: Clock,
  ) {}

  async open(token: AccessToken, hear: (event: ServerEvent) => void, signal: AbortSignal): Promise<FeedEnd> {
    const broken = new AbortController();
    try {
      const response = await fetch(this.url, {
        headers: {
          Accept: 'text/event-stream, application/problem+json',
          Authorization: `Bearer ${token.value}`,
        },
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([signal, broken.signal]),
      });
      const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
      if (!response.ok || !isStream || !response.body) return await refused(response);
      await this.#read(response.body, hear, broken);
    } catch {
      // Broken, or no longer wanted.
    }
    return { kind: 'closed' };
  }

  async #read(
    body: ReadableStream<Uint8Array>,
    hear: (event: ServerEvent) => void,
    broken: AbortController,
  ): Promise<void> {
    const decoder = new TextDecoder();
    const reader = body.getReader();
    let rest = '';
    for (;;) {
      const cancel = this.clock.after(SILENCE, () => {
        broken.abort();
      });
      const { done, value } = await reader.read().finally(cancel);
      if (done || rest.length > LONGEST) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/u);
      rest = blocks.pop() ?? '';
      for (const event of blocks.map(eventIn)) if (event) hear(event);
    }
  }
}

async function refused(response: Response): Promise<FeedEnd> {
  const wait = Number(response.headers.get('Retry-After') ?? '0') * 1000;
  const retryAfter = wait > 0 ? wait : undefined;
  const { status } = response;
  if (status !== 401) {
    await response.body?.cancel();
    return { kind: 'refused', status: response.ok ? 404 : status, retryAfter };
  }
  const refusal = refusalIn(await response.json().catch(() => undefined));
  return refusal.endsSession
    ? { kind: 'ended', reason: refusal.reason }
    : { kind: 'refused', status, retryAfter };
}

/** The event in a block of lines; nothing in a comment, or in an event that this version does not know. */
function eventIn(block: string): ServerEvent | undefined {
  const fields = block.split(/\r?\n/u).map((line) => /^(event|data): ?(.*)$/u.exec(line));
  const of = (name: string): string =>
    fields
      .filter((field) => field?.[1] === name)
      .map((field) => field?.[2] ?? '')
      .join('\n');
  switch (of('event')) {
    case 'hello':
      return { type: 'hello' };
    case 'session_ended': {
      const { reason } = objectIn(of('data'));
      return { type: 'session-ended', reason: typeof reason === 'string' ? reason : undefined };
    }
    case 'grant': {
      const grant = grantIn(objectIn(of('data')));
      return grant && { type: 'grant', grant };
    }
    default:
      return undefined;
  }
}

function grantIn({ status, missing_scopes }: Record<string, unknown>): GrantNews | undefined {
  if (typeof status !== 'string' || !Array.isArray(missing_scopes)) return undefined;
  return { status, missingScopes: missing_scopes.filter((scope) => typeof scope === 'string') };
}

function objectIn(data: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(data) as Record<string, unknown>) };
  } catch {
    return {};
  }
}
