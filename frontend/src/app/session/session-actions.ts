import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { LogoutUnavailableError, Session } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Failure, failureOf, plainFailure } from '../problem/failure';
import { LiveSession } from './live-session';

/**
 * Ends sessions. Each act resolves with the failure if it did not work; a session that is over already counts
 * as ended.
 */
@Injectable({ providedIn: 'root' })
export class SessionActions {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Ends a session; this browser's own by signing out, so that all tabs follow. */
  async one({ id, current }: LiveSession): Promise<Failure | undefined> {
    try {
      if (current) await this.#session.logout();
      else await firstValueFrom(this.#http.delete(`/api/sessions/${encodeURIComponent(id)}`));
      return undefined;
    } catch (error) {
      if (error instanceof LogoutUnavailableError) return plainFailure('unreachable');
      return error instanceof HttpErrorResponse && error.status === 404 ? undefined : failureOf(error);
    }
  }

  /** Ends all sessions but this browser's. */
  async others(): Promise<Failure | undefined> {
    try {
      await firstValueFrom(this.#http.delete('/api/sessions', { params: { current: false } }));
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }
}
