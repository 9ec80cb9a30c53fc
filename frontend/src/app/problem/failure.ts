import { HttpErrorResponse } from '@angular/common/http';
import { RefreshUnavailableError, SessionEndedError } from '@holdfast/session';

/** The reason for a failure, from a problem of the server (RFC 9457) or from the way to it. */
export interface Failure {
  /**
   * The server's stable code, or one of ours: `unreachable`, `signed_out`, `broken_off`, `answer_broken_off`, `too_large`,
   * `stopped`, `signals_under_way`, `unexpected`.
   */
  readonly code: string;
  /** A more exact reason, if the server knows one: `page_token`, or Google's reason for a refusal. */
  readonly reason?: string | undefined;
  /** Milliseconds of the local clock before which another try is pointless. */
  readonly retryAt: number;
  readonly webViewLink?: string | undefined;
  readonly signIn?: string | undefined;
  readonly missingScopes: readonly string[];
}

/** Reads any error of `HttpClient`, whatever type of response was asked for. */
export async function failureOf(error: unknown, now = Date.now()): Promise<Failure> {
  if (error instanceof SessionEndedError) return plainFailure('signed_out');
  if (error instanceof RefreshUnavailableError)
    return { ...plainFailure('unreachable'), retryAt: error.retryAt };
  if (!(error instanceof HttpErrorResponse)) return plainFailure('unexpected');
  if (error.status === 0) return plainFailure('unreachable');
  if (error.status < 400) return plainFailure('broken_off');
  const problem = await problemIn(error.error);
  return {
    code: textOf(problem['code']) ?? (error.status >= 500 ? 'unreachable' : 'unexpected'),
    reason: textOf(problem['google_reason']) ?? textOf(problem['reason']),
    retryAt: now + secondsToWait(error, problem['retry_after']) * 1000,
    webViewLink: textOf(problem['web_view_link']),
    signIn: textOf(problem['sign_in']),
    missingScopes: Array.isArray(problem['missing_scopes']) ? problem['missing_scopes'].map(String) : [],
  };
}

/** Returns a failure with its code alone. */
export function plainFailure(code: string): Failure {
  return { code, retryAt: 0, missingScopes: [] };
}

async function problemIn(body: unknown): Promise<Record<string, unknown>> {
  try {
    const text: unknown = body instanceof Blob ? await body.text() : body;
    const problem: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    return typeof problem === 'object' && problem !== null ? { ...problem } : {};
  } catch {
    return {};
  }
}

function secondsToWait(error: HttpErrorResponse, member: unknown): number {
  const seconds = Number(error.headers.get('Retry-After') ?? member ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3600) : 0;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
