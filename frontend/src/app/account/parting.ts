import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Session } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';

/**
 * Ends the connection to Google or the whole account, and with it all sessions. Once the server has done it, it is asked
 * for the session, so that this tab and the others hear why they are signed out, and go to the sign-in page.
 */
@Injectable({ providedIn: 'root' })
export class Parting {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Resolves with why it did not work, if it did not. */
  disconnect(): Promise<Failure | undefined> {
    return this.#end('/api/google/grant');
  }

  /** As `disconnect`. */
  erase(): Promise<Failure | undefined> {
    return this.#end('/api/account');
  }

  async #end(what: string): Promise<Failure | undefined> {
    try {
      await firstValueFrom(this.#http.delete(what));
    } catch (error) {
      const failure = await failureOf(error);
      // Ended already: the first answer was lost, or another tab was quicker.
      return failure.code === 'signed_out' ? undefined : failure;
    }
    // Rejects as it must. If the server cannot be reached now, the session library goes on asking.
    await this.#session.refresh().catch(() => undefined);
    return undefined;
  }
}
