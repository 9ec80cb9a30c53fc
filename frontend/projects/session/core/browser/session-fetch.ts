import { SessionEngine } from '../engine/engine';
import { SessionEndedError } from '../engine/errors';
import { AccessToken } from '../engine/model';
import { Place, isOwnApi } from '../engine/own-api';
import { Refusal, refusalIn } from '../engine/refusal';

/** What a request is sent with; `globalThis.fetch` is one. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/**
 * `fetch` with the access token, for requests to the API of the document's own origin; all others go out as they are.
 *
 * A token about to expire is refreshed before; a refused one once, and the request repeated once, body included. It
 * resolves with the server's own answer, refusals of other kinds included, and rejects as `fetch` does, or with
 * `SessionEndedError` (also while running when the session ends, the reading of the body included), or with
 * `RefreshUnavailableError`.
 */
export class SessionFetch {
  #running = new AbortController();

  constructor(
    private readonly engine: SessionEngine,
    private readonly prefixes: readonly string[],
    private readonly place: Place | undefined,
    private readonly send: Fetch = (input, init) => fetch(input, init),
  ) {
    engine.watch(({ status, endReason }) => {
      if (status === 'active' || status === 'unreachable') return;
      const former = this.#running;
      this.#running = new AbortController();
      former.abort(new SessionEndedError(endReason));
    });
  }

  /** As `globalThis.fetch`. */
  readonly fetch: Fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!this.place || !isOwnApi(address, this.prefixes, this.place)) return this.send(input, init);
    const request = new Request(input instanceof Request ? input : new URL(address, this.place.base), init);
    const token = await this.engine.authorize();
    const answer = await this.#sendWith(token, request.clone());
    const refusal = await refusalOf(answer);
    if (!refusal) return answer;
    if (refusal.endsSession && !this.engine.expectsSuccessor) return this.#end(token, refusal);
    return this.#repeat(await this.engine.authorize(token), request);
  };

  async #repeat(token: AccessToken, request: Request): Promise<Response> {
    const answer = await this.#sendWith(token, request);
    const refusal = await refusalOf(answer);
    if (refusal?.endsSession) return this.#end(token, refusal);
    if (!refusal?.tokenInvalid) return answer;
    await this.engine.refuse();
    throw new SessionEndedError('refused');
  }

  #sendWith({ value }: AccessToken, request: Request): Promise<Response> {
    request.headers.set('Authorization', `Bearer ${value}`);
    return this.send(request, { signal: AbortSignal.any([request.signal, this.#running.signal]) });
  }

  #end({ sessionId }: AccessToken, { reason }: Refusal): never {
    this.engine.end(sessionId, reason);
    throw new SessionEndedError(reason);
  }
}

async function refusalOf(answer: Response): Promise<Refusal | undefined> {
  if (answer.status !== 401) return undefined;
  return refusalIn(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  );
}
