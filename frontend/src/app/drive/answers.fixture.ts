import { Fetch } from '@holdfast/session';

/** The server's side of a question: the test writes the answer piece by piece. */
export class AnswerServer {
  readonly asked: { url: string; init: RequestInit }[] = [];
  #refusal: Response | undefined;
  #writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  #lost = false;

  readonly fetch: Fetch = (input, init = {}) => {
    this.asked.push({ url: input instanceof Request ? input.url : String(input), init });
    if (this.#lost) return Promise.reject(new TypeError('Failed to fetch'));
    if (this.#refusal) return Promise.resolve(this.#refusal);
    const body = new ReadableStream<Uint8Array>({
      start: (writer) => {
        this.#writer = writer;
        init.signal?.addEventListener('abort', () => {
          writer.error(new DOMException('aborted', 'AbortError'));
        });
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
  };

  refuses(status: number, problem: object, headers: Record<string, string> = {}): void {
    this.#refusal = new Response(JSON.stringify(problem), { status, headers });
  }

  answersAgain(): void {
    this.#refusal = undefined;
  }

  isLost(): void {
    this.#lost = true;
  }

  writes(event: string, data: object): void {
    this.writesRaw(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  writesRaw(text: string): void {
    this.#writer?.enqueue(new TextEncoder().encode(text));
  }

  /** The stream comes to its end, whether or not the answer has. */
  closes(): void {
    this.#writer?.close();
  }

  breaks(): void {
    this.#writer?.error(new TypeError('network error'));
  }
}
