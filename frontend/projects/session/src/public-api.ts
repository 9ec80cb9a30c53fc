export {
  SESSION_CHANNEL,
  SESSION_CLOCK,
  SESSION_KEYS,
  SESSION_LOCK,
  SESSION_NOTE,
  SESSION_PAGE,
  SESSION_TRANSPORT,
  type SessionConfig,
} from './angular/config';
export { whenSignedIn, whenSignedOut } from './angular/guards';
export { type LoginParameters, loginUrl, sameOriginPath } from './angular/login-url';
export {
  type SessionFeature,
  provideSession,
  withCrossTab,
  withProactiveRefresh,
  withRedirects,
} from './angular/provide-session';
export { Session } from './angular/session';
export { WITHOUT_SESSION, sessionInterceptor } from './angular/session-interceptor';
export { END_REASONS, type EndReason, type KnownEndReason } from './engine/end-reason';
export { LogoutUnavailableError, RefreshUnavailableError, SessionEndedError } from './engine/errors';
export { type AccessToken, type RefreshAnswer, type SessionStatus, type Trouble } from './engine/model';
export {
  type Channel,
  type Clock,
  type KeyStore,
  type Lock,
  type Note,
  type Page,
  type PageEvent,
  type TabMessage,
  type Transport,
} from './engine/ports';
