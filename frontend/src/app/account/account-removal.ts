import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Session, WITHOUT_SESSION } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';

/**
 * Ends the connection to Google or the whole account, and with it all sessions. Once the server has done it,
 * this tab and the others are signed out and told why, even if the server cannot be reached then.
 */
@Injectable({ providedIn: 'root' })
export class AccountRemoval {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Ends the connection to Google; resolves with the failure if it did not work. */
  disconnect(): Promise<Failure | undefined> {
    return this.#end('/api/google/grant', 'disconnected');
  }

  /** Deletes the account; resolves with the failure if it did not work. */
  erase(): Promise<Failure | undefined> {
    return this.#end('/api/account', 'erased');
  }

  async #end(what: string, reason: string): Promise<Failure | undefined> {
    let token = '';
    try {
      token = await this.#session.authorize();
      await firstValueFrom(this.#http.delete(what));
    } catch (error) {
      const failure = await failureOf(error);
      // Ended already: the first answer was lost, another tab was quicker, or the event of the end was quicker than
      // the answer.
      if (failure.code !== 'signed_out') return failure;
    }
    // The refresh has to fail; the answer to it takes the cookie away. Without an answer the session is over
    // all the same.
    await this.#session.refresh().catch(() => undefined);
    this.#session.end(reason);
    await this.#beRefused(token);
    return undefined;
  }

  /**
   * Has the server refuse the token of the ended session, which takes the cookie away, unless another person has signed in
   * since. A session that is over before its refresh asks for nothing itself.
   */
  async #beRefused(token: string): Promise<void> {
    const headers = { Authorization: `Bearer ${token}` };
    const context = new HttpContext().set(WITHOUT_SESSION, true);
    await firstValueFrom(this.#http.get('/api/account', { headers, context })).catch(() => undefined);
  }
}
