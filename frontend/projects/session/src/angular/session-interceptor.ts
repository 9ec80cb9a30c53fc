import {
  HttpContextToken,
  HttpErrorResponse,
  HttpEvent,
  HttpInterceptorFn,
  HttpRequest,
} from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { SessionEngine } from '../engine/engine';
import { SessionEndedError } from '../engine/errors';
import { AccessToken } from '../engine/model';
import { SESSION_CONFIG, SESSION_ENGINE } from './config';
import { Refusal, readRefusal } from './refusal';

/** Set it in the context of a request that must go out as it is: `new HttpContext().set(WITHOUT_SESSION, true)`. */
export const WITHOUT_SESSION = new HttpContextToken(() => false);

/**
 * Sends the access token with requests to the API of the page's own origin, and with no others.
 *
 * A token about to expire is refreshed before; a refused one once, and the request repeated once, body included. Errors
 * are the server's own, or `SessionEndedError` (also for requests running when the session ends), or
 * `RefreshUnavailableError`.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const { api } = inject(SESSION_CONFIG);
  if (request.context.get(WITHOUT_SESSION) || !isOwnApi(request.urlWithParams, api, inject(DOCUMENT))) {
    return next(request);
  }
  const engine = inject(SESSION_ENGINE);
  const send = (token: AccessToken): Observable<HttpEvent<unknown>> => next(withBearer(request, token));

  const refused = (used: AccessToken, refusal: Refusal): Observable<HttpEvent<unknown>> => {
    if (refusal.endsSession) return endOf(engine, used, refusal);
    return from(engine.authorize(used)).pipe(
      switchMap((fresh) => onRefusal(send(fresh), refusedAgain, fresh)),
    );
  };
  const refusedAgain = (used: AccessToken, refusal: Refusal): Observable<HttpEvent<unknown>> => {
    if (refusal.endsSession) return endOf(engine, used, refusal);
    if (!refusal.tokenInvalid) return throwError(() => refusal.error);
    return from(engine.refuse()).pipe(switchMap(() => throwError(() => new SessionEndedError('refused'))));
  };
  return untilEnd(
    engine,
    from(engine.authorize()).pipe(switchMap((token) => onRefusal(send(token), refused, token))),
  );
};

function isOwnApi(url: string, api: string, { location, baseURI }: Document): boolean {
  const { origin, pathname } = new URL(url, baseURI);
  return origin === location.origin && (pathname === api || pathname.startsWith(`${api}/`));
}

function withBearer(request: HttpRequest<unknown>, token: AccessToken): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token.value}` } });
}

function onRefusal(
  events: Observable<HttpEvent<unknown>>,
  handle: (used: AccessToken, refusal: Refusal) => Observable<HttpEvent<unknown>>,
  used: AccessToken,
): Observable<HttpEvent<unknown>> {
  return events.pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(readRefusal(error)).pipe(switchMap((refusal) => handle(used, refusal)));
    }),
  );
}

function endOf(engine: SessionEngine, used: AccessToken, { reason }: Refusal): Observable<never> {
  engine.end(used.sessionId, reason);
  return throwError(() => new SessionEndedError(reason));
}

/** Fails what is running when the session ends: an empty completion would look like an answer. */
function untilEnd<T>(engine: SessionEngine, source: Observable<T>): Observable<T> {
  return new Observable((subscriber) => {
    const unwatch = engine.watch(({ status, endReason }) => {
      if (status !== 'active' && status !== 'unreachable') subscriber.error(new SessionEndedError(endReason));
    });
    subscriber.add(unwatch);
    subscriber.add(source.subscribe(subscriber));
  });
}
