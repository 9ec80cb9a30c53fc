import { HttpClient } from '@angular/common/http';
import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import {
  Consent,
  ConsentOutcome,
  NO_POPUPS,
  Popups,
  ScopeProblem,
  SessionEndedError,
  popupsOf,
} from '@holdfast/session/core';
import { firstValueFrom } from 'rxjs';
import { IN_BROWSER, SESSION_CLOCK, SESSION_CONFIG, SESSION_ENGINE, SESSION_PAGE } from './config';

/** Port to the windows that `CONSENT` opens; by default the browser's. */
export const SESSION_POPUPS = new InjectionToken<Popups>('SESSION_POPUPS', {
  providedIn: 'root',
  factory: () =>
    inject(IN_BROWSER)
      ? popupsOf(inject(SESSION_CONFIG), inject(SESSION_CLOCK), inject(DOCUMENT))
      : NO_POPUPS,
});

/** Asks for a permission at Google, and calls `repeat` once if it is there; see `CONSENT`. */
export type AskConsent = <T>(problem: ScopeProblem, repeat: () => Promise<T>) => Promise<ConsentOutcome<T>>;

/**
 * Asks for a permission at Google that a refusal (403 `google_scope_missing`) names, in a popup, waits until the person
 * is back, and then calls `repeat` once if the permission is there. Where popups are blocked this page goes to Google
 * and comes back to where it is. Every outcome is a value, a popup that the person closes included.
 *
 * Call it while a click is handled. The popup returns to the path `consentReturn` of this application. It rejects with
 * `SessionEndedError` when the session is over afterwards, and with what `repeat` rejects with.
 */
export const CONSENT = new InjectionToken<AskConsent>('CONSENT', {
  providedIn: 'root',
  factory: () => {
    const [http, { grant, signIn }] = [inject(HttpClient), inject(SESSION_CONFIG)];
    const consent = new Consent(inject(SESSION_ENGINE), {
      popups: inject(SESSION_POPUPS),
      page: inject(SESSION_PAGE),
      granted: () => grantedScopes(http, grant),
      signIn,
    });
    return (problem, repeat) => consent.ask(problem, repeat);
  },
});

/** The scopes of the grant; absent if the server does not tell them now. */
async function grantedScopes(http: HttpClient, grant: string): Promise<readonly string[] | undefined> {
  try {
    const { scopes } = await firstValueFrom(http.get<{ scopes?: readonly string[] }>(grant));
    return scopes;
  } catch (error) {
    if (error instanceof SessionEndedError) throw error;
    return undefined;
  }
}
