import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Session } from '@holdfast/session';
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
    try {
      await firstValueFrom(this.#http.delete(what));
    } catch (error) {
      const failure = await failureOf(error);
      // Ended already: the first answer was lost, another tab was quicker, or the event of the end was quicker than
      // the answer.
      if (failure.code !== 'signed_out') return failure;
    }
    this.#session.end(reason);
    // The answer takes the cookie away. A session that has ended asks for it no more, and needs no answer.
    await firstValueFrom(this.#http.post('/auth/token/refresh', null)).catch(() => undefined);
    return undefined;
  }
}
