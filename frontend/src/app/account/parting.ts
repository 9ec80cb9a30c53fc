import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Session } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';

/**
 * Ends the connection to Google or the whole account, and with it all sessions. Once the server has done it, this tab
 * and the others are signed out and told why, whether it can be reached then or not.
 */
@Injectable({ providedIn: 'root' })
export class Parting {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Resolves with why it did not work, if it did not. */
  disconnect(): Promise<Failure | undefined> {
    return this.#end('/api/google/grant', 'disconnected');
  }

  /** As `disconnect`. */
  erase(): Promise<Failure | undefined> {
    return this.#end('/api/account', 'erased');
  }

  async #end(what: string, reason: string): Promise<Failure | undefined> {
    try {
      await firstValueFrom(this.#http.delete(what));
    } catch (error) {
      const failure = await failureOf(error);
      // Ended already: the first answer was lost, or another tab was quicker.
      return failure.code === 'signed_out' ? undefined : failure;
    }
    // Rejects as it must; the server's answer also takes the cookie away. Without one, we know all the same.
    await this.#session.refresh().catch(() => undefined);
    this.#session.end(reason);
    return undefined;
  }
}
