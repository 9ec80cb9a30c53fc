import { HttpErrorResponse } from '@angular/common/http';

/** What a 401 of the API means for the session. */
export interface Refusal {
  readonly endsSession: boolean;
  readonly tokenInvalid: boolean;
  readonly reason: string | undefined;
  readonly error: HttpErrorResponse;
}

/** Reads the problem (RFC 9457) in the body, whatever type of response was asked for. */
export async function readRefusal(error: HttpErrorResponse): Promise<Refusal> {
  const { code, reason } = await problem(error.error);
  return {
    endsSession: code === 'session_ended' || code === 'google_access_lost',
    tokenInvalid: code === 'access_token_invalid',
    reason: typeof reason === 'string' ? reason : undefined,
    error,
  };
}

async function problem(body: unknown): Promise<{ code?: unknown; reason?: unknown }> {
  try {
    const text = body instanceof Blob ? await body.text() : body instanceof ArrayBuffer ? decode(body) : body;
    const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

function decode(body: ArrayBuffer): string {
  return new TextDecoder().decode(body);
}
