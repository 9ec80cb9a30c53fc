import { RefreshAnswer, Trouble } from '../engine/model';
import { Transport } from '../engine/ports';

interface TokenResponse {
  readonly access_token: string;
  readonly expires_in: number;
  readonly session_id: string;
  readonly session_expires_at?: string;
  readonly session_ends_at?: string;
}

/**
 * `fetch` with `keepalive`: the rotated cookie is stored even if the tab is closed before the answer. Without any
 * interceptor, so a refresh never causes a refresh.
 */
export class FetchTransport implements Transport {
  constructor(
    private readonly refreshUrl: string,
    private readonly logoutUrl: string,
    private readonly now: () => number,
  ) {}

  async refresh(idempotencyKey: string): Promise<RefreshAnswer> {
    try {
      const response = await this.#post(this.refreshUrl, { 'Idempotency-Key': idempotencyKey });
      switch (response.status) {
        case 200:
          return granted(await response.json());
        case 204:
          return { kind: 'anonymous' };
        case 400:
          return { kind: 'malformed-key', trouble: await troubleIn(response) };
        case 401:
          return { kind: 'ended', reason: (await problemOf(response)).reason };
        default: {
          const trouble = await troubleIn(response);
          return trouble.status === 409 && trouble.code === 'refresh_superseded'
            ? { kind: 'superseded', trouble }
            : { kind: 'unavailable', retryAfter: retryAfter(response, this.now()), trouble };
        }
      }
    } catch {
      return { kind: 'unavailable' };
    }
  }

  async logout(): Promise<boolean> {
    try {
      return (await this.#post(this.logoutUrl, {})).ok;
    } catch {
      return false;
    }
  }

  #post(url: string, headers: Record<string, string>): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      headers: { Accept: 'application/json, application/problem+json', ...headers },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      keepalive: true,
    });
  }
}

function granted(body: unknown): RefreshAnswer {
  const { access_token, expires_in, session_id, session_expires_at, session_ends_at } =
    body as Partial<TokenResponse>;
  if (typeof access_token !== 'string' || typeof session_id !== 'string' || typeof expires_in !== 'number') {
    return { kind: 'unavailable' };
  }
  return {
    kind: 'granted',
    accessToken: access_token,
    expiresIn: expires_in * 1000,
    sessionId: session_id,
    sessionExpiresAt: timeOf(session_expires_at),
    sessionEndsAt: timeOf(session_ends_at),
  };
}

function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

async function troubleIn(response: Response): Promise<Trouble> {
  return { status: response.status, code: (await problemOf(response)).code };
}

/** A 401 that cannot be read is as definite as any other. */
async function problemOf(response: Response): Promise<{ code?: string; reason?: string }> {
  const problem: unknown = await response.json().catch(() => undefined);
  const { code, reason } = (problem ?? {}) as { code?: unknown; reason?: unknown };
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof reason === 'string' && { reason }),
  };
}

/** RFC 9110, section 10.2.3: seconds or a date; here milliseconds from now. */
function retryAfter(response: Response, now: number): number | undefined {
  const header = response.headers.get('Retry-After');
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait > 0 ? wait : undefined;
}
