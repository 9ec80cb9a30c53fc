import {
  HttpContextToken,
  HttpErrorResponse,
  HttpEvent,
  HttpInterceptorFn,
  HttpRequest,
} from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { Observable, catchError, from, switchMap, throwError } from 'rxjs';
import {
  AccessToken,
  Refusal,
  SessionEndedError,
  SessionEngine,
  isOwnApi,
  placeOf,
  refusalIn,
} from '@holdfast/session/core';
import { IN_BROWSER, SESSION_CONFIG, SESSION_ENGINE } from './config';
import { TokenUse } from './interceptor-check';
import { bodyOf } from './problem-body';

/** Set it in the context of a request that must go out as it is: `new HttpContext().set(WITHOUT_SESSION, true)`. */
export const WITHOUT_SESSION = new HttpContextToken(() => false);

/**
 * Sends the access token with requests to the API of the page's own origin, and with no others.
 *
 * A token that is about to expire is refreshed before the request is sent. After a refusal the token is refreshed once
 * and the request repeated once, body included. Errors are the server's own, or `SessionEndedError` (also for requests
 * running when the session ends), or `RefreshUnavailableError`. On a server that renders pages no request carries a
 * token.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const { api } = inject(SESSION_CONFIG);
  inject(TokenUse).seen = true;
  if (request.context.get(WITHOUT_SESSION) || !inject(IN_BROWSER)) return next(request);
  if (!isOwnApi(request.urlWithParams, api, placeOf(inject(DOCUMENT)))) return next(request);
  const engine = inject(SESSION_ENGINE);
  const send = (token: AccessToken): Observable<HttpEvent<unknown>> => next(withBearer(request, token));

  const refused: OnRefusal = (used, refusal) => {
    if (refusal.endsSession && !engine.expectsSuccessor) return endOf(engine, used, refusal);
    return from(engine.authorize(used)).pipe(
      switchMap((fresh) => onRefusal(send(fresh), refusedAgain, fresh)),
    );
  };
  const refusedAgain: OnRefusal = (used, refusal, error) => {
    if (refusal.endsSession) return endOf(engine, used, refusal);
    if (!refusal.tokenInvalid) return throwError(() => error);
    return from(engine.refuse()).pipe(switchMap(() => throwError(() => new SessionEndedError('refused'))));
  };
  return untilEnd(
    engine,
    from(engine.authorize()).pipe(switchMap((token) => onRefusal(send(token), refused, token))),
  );
};

type OnRefusal = (
  used: AccessToken,
  refusal: Refusal,
  error: HttpErrorResponse,
) => Observable<HttpEvent<unknown>>;

function withBearer(request: HttpRequest<unknown>, token: AccessToken): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token.value}` } });
}

function onRefusal(
  events: Observable<HttpEvent<unknown>>,
  handle: OnRefusal,
  used: AccessToken,
): Observable<HttpEvent<unknown>> {
  return events.pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(bodyOf(error)).pipe(switchMap((body) => handle(used, refusalIn(body), error)));
    }),
  );
}

function endOf(engine: SessionEngine, used: AccessToken, { reason }: Refusal): Observable<never> {
  engine.end(used.sessionId, reason);
  return throwError(() => new SessionEndedError(reason));
}

/** Fails the running requests when the session ends: an empty completion would look like an answer. */
function untilEnd<T>(engine: SessionEngine, source: Observable<T>): Observable<T> {
  return new Observable((subscriber) => {
    const unwatch = engine.watch(({ status, endReason }) => {
      if (status !== 'active' && status !== 'unreachable') subscriber.error(new SessionEndedError(endReason));
    });
    subscriber.add(unwatch);
    subscriber.add(source.subscribe(subscriber));
  });
}
