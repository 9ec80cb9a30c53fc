import { HttpErrorResponse } from '@angular/common/http';

/** The parsed body of a refusal, whatever type of response was asked for; absent if it is no JSON. */
export async function bodyOf({ error }: HttpErrorResponse): Promise<unknown> {
  const body: unknown = error;
  try {
    const text = body instanceof Blob ? await body.text() : body instanceof ArrayBuffer ? decode(body) : body;
    return typeof text === 'string' ? JSON.parse(text) : text;
  } catch {
    return undefined;
  }
}

function decode(body: ArrayBuffer): string {
  return new TextDecoder().decode(body);
}
