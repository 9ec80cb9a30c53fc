import { SessionEngine } from '../engine/engine';
import { SessionEndedError } from '../engine/errors';
import { AccessToken } from '../engine/model';
import { Place, isOwnApi } from '../engine/own-api';
import { Refusal, refusalIn } from '../engine/refusal';

/** A function that sends a request, such as `globalThis.fetch`. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/**
 * `fetch` with the access token, for requests to the API of the document's own origin; all others go out as they are.
 *
 * A token that is about to expire is refreshed before the request is sent. After a refusal the token is refreshed once
 * and the request repeated once, body included. `fetch` resolves with the server's own answer, refusals of other kinds
 * included. It rejects as `globalThis.fetch` does, or with `SessionEndedError` (also if the session ends while the
 * request runs or its body is read), or with `RefreshUnavailableError`.
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
