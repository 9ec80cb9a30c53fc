import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, firstValueFrom } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';
import { CheckedGrant } from './admin-account';

/** The acts of an administrator on an account. Each resolves with the failure if it did not work. */
@Injectable({ providedIn: 'root' })
export class Acts {
  readonly #http = inject(HttpClient);

  endSession(account: string, session: string): Promise<Failure | undefined> {
    return done(this.#http.delete(`${pathOf(account)}/sessions/${encodeURIComponent(session)}`));
  }

  endSessions(account: string): Promise<Failure | undefined> {
    return done(this.#http.delete(`${pathOf(account)}/sessions`));
  }

  disable(account: string): Promise<Failure | undefined> {
    return done(this.#http.put(`${pathOf(account)}/disabled`, null));
  }

  enable(account: string): Promise<Failure | undefined> {
    return done(this.#http.delete(`${pathOf(account)}/disabled`));
  }

  /** Has Google asked for the state of the grant, and hands the answer to `found`. */
  checkGrant(account: string, found: (checked: CheckedGrant) => void): Promise<Failure | undefined> {
    return done(this.#http.post<CheckedGrant>(`${pathOf(account)}/grant/check`, null), found);
  }
}

function pathOf(account: string): string {
  return `/api/admin/accounts/${encodeURIComponent(account)}`;
}

async function done<T>(
  request: Observable<T>,
  found: (answer: T) => void = () => undefined,
): Promise<Failure | undefined> {
  try {
    found(await firstValueFrom(request));
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}
