import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { RefreshUnavailableError, SESSION_FETCH, SessionEndedError } from '@holdfast/session';
import { Failure, failureOf, plainFailure } from '../problem/failure';
import { StreamEvent, eventsIn } from './event-stream';

/** The longest question, in characters. */
export const LONGEST_QUESTION = 2_000;

/** A part of an answer as it is written. `done` and `failed` are the last one; `reason` says why the model ended. */
export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'done'; readonly reason: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

const BROKEN_OFF: AnswerPart = { kind: 'failed', failure: plainFailure('answer_broken_off') };

/** The answers of the model to questions about files. They come piece by piece, which `HttpClient` cannot do. */
@Injectable({ providedIn: 'root' })
export class Answers {
  readonly #fetch = inject(SESSION_FETCH);

  /**
   * Asks about a file. Yields the pieces of the answer, and always a last part, unless `signal` stops it: then it ends
   * without one.
   */
  async *ask(fileId: string, question: string, signal: AbortSignal): AsyncGenerator<AnswerPart> {
    let begun = false;
    try {
      const answer = await this.#fetch(`/api/drive/files/${encodeURIComponent(fileId)}/questions`, {
        method: 'POST',
        headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
        body: JSON.stringify({ question }),
        signal,
      });
      if (!answer.ok || !answer.body) {
        yield { kind: 'failed', failure: await refusalOf(answer) };
        return;
      }
      begun = true;
      for await (const event of eventsIn(answer.body)) {
        const part = await partOf(event);
        if (part) yield part;
        if (part && part.kind !== 'text') return;
      }
      yield BROKEN_OFF;
    } catch (error) {
      if (signal.aborted) return;
      yield begun && !(error instanceof SessionEndedError)
        ? BROKEN_OFF
        : { kind: 'failed', failure: await lost(error) };
    }
  }
}

async function refusalOf(answer: Response): Promise<Failure> {
  const error = await answer.text().catch(() => '');
  return failureOf(
    new HttpErrorResponse({ status: answer.status, headers: new HttpHeaders(answer.headers), error }),
  );
}

async function lost(error: unknown): Promise<Failure> {
  const known = error instanceof SessionEndedError || error instanceof RefreshUnavailableError;
  return known ? failureOf(error) : plainFailure('unreachable');
}

/** Returns the part of an event; none for an event that is not known here. */
async function partOf({ name, data }: StreamEvent): Promise<AnswerPart | undefined> {
  const told = membersOf(data);
  if (name === 'text') return { kind: 'text', text: textOf(told['text']) };
  if (name === 'done') return { kind: 'done', reason: textOf(told['finish_reason']) };
  if (name !== 'problem') return undefined;
  const status = Number(told['status']);
  return {
    kind: 'failed',
    failure: await failureOf(new HttpErrorResponse({ status: status >= 400 ? status : 500, error: told })),
  };
}

function membersOf(data: string): Record<string, unknown> {
  const told: unknown = JSON.parse(data);
  return typeof told === 'object' && told !== null ? { ...told } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
