// The session without Angular. A test holds it to that: it runs in a plain Node.js where Angular is not installed.
export {
  NO_PAGE,
  NO_TRANSPORT,
  SILENCE,
  channelOfTabs,
  feedOf,
  keysOf,
  lockOfTab,
  lockOfTabs,
  noteOf,
  pageOf,
  placeOf,
  transportTo,
  turnOfTabs,
} from './browser/browser-ports';
export { NO_POPUPS, popupsOf } from './browser/consent-popup';
export { type ReturnedPopup, closePopup, returnedPopup } from './browser/returned-popup';
export { type Fetch, SessionFetch } from './browser/session-fetch';
export { SYSTEM_CLOCK } from './browser/system-clock';
export { type CoreChoices, CoreSession } from './core-session';
export { type CoreOptions, createSession } from './create-session';
export { Consent, type ConsentOutcome, type ConsentPorts, type ScopeProblem } from './engine/consent';
export {
  END_REASONS,
  END_REASON_WORDS,
  type EndReason,
  type EndReasonWords,
  type KnownEndReason,
  endReasonText,
} from './engine/end-reason';
export { SessionEngine } from './engine/engine';
export { type EngineOptions } from './engine/engine-options';
export { LogoutUnavailableError, RefreshUnavailableError, SessionEndedError } from './engine/errors';
export { GrantListeners } from './engine/grant-listeners';
export { LiveEvents, type LivePorts } from './engine/live-events';
export { type LoginParameters, isAt, loginUrl, pathOf, sameOriginPath } from './engine/login-url';
export {
  type AccessToken,
  type GrantNews,
  PATIENCE,
  type Patience,
  type RefreshAnswer,
  type SessionState,
  type SessionStatus,
  type Trouble,
} from './engine/model';
export { type Place, isOwnApi } from './engine/own-api';
export {
  type Channel,
  type Clock,
  type EventFeed,
  type FeedEnd,
  type KeyStore,
  type Lock,
  type Note,
  type Page,
  type PageEvent,
  type Popup,
  type PopupEnd,
  type Popups,
  type Ports,
  type ServerEvent,
  type TabMessage,
  type Transport,
  type Turn,
} from './engine/ports';
export { ProactiveRefresh } from './engine/proactive-refresh';
export { type Refusal, refusalIn } from './engine/refusal';
export { type SessionUser, accountIn, accountNameIn, rolesIn, userIn } from './engine/roles';
export { type FailedRefresh, type SessionEvent, type SessionListener } from './engine/session-event';
export { type CompleteOptions, type SessionOptions, completed } from './engine/session-options';
export { type SignInOptions, offeredAddress, signInAddress } from './engine/sign-in-address';
