import { closePopup, returnedPopup } from './browser/returned-popup';
import { SessionFetch } from './browser/session-fetch';
import { Consent, ConsentOutcome, ScopeProblem } from './engine/consent';
import { EndReason } from './engine/end-reason';
import { SessionEngine } from './engine/engine';
import { LiveEvents } from './engine/live-events';
import { GrantNews, SessionState } from './engine/model';
import { Place } from './engine/own-api';
import { EventFeed, Popups, Ports, Turn } from './engine/ports';
import { ProactiveRefresh } from './engine/proactive-refresh';
import { SessionUser, userIn } from './engine/roles';
import { SessionListener } from './engine/session-event';
import { CompleteOptions } from './engine/session-options';
import { SignInOptions, signInAddress } from './engine/sign-in-address';
import { grantedScopes } from './engine/granted-scopes';

/** The options of a `CoreSession`, defaults filled in. */
export interface CoreChoices extends CompleteOptions {
  /** Whether tabs hand each other the access token. */
  readonly shareToken: boolean;
  /** Seconds; 0 refreshes on demand only. */
  readonly ahead: number;
  /** The place of the document; absent on a server. */
  readonly place: Place | undefined;
  /** The window of the document; absent on a server. */
  readonly window: Window | undefined;
}

/**
 * The session of one document, the same in all tabs of the browser; made by `createSession`.
 *
 * Guarantees: the access token is in memory only; a refresh happens once for all tabs and all requests that need it; only
 * a definite answer of the server signs a person out, and then in all tabs.
 */
export class CoreSession {
  /** As `globalThis.fetch`, with the access token for the API of the own origin; see `SessionFetch`. */
  readonly fetch: SessionFetch['fetch'];
  readonly #engine: SessionEngine;
  readonly #consent: Consent;

  constructor(
    private readonly ports: Ports & {
      readonly popups: Popups;
      /** The server's stream of events. */
      readonly feed?: EventFeed;
      /** The turn of the one tab that listens; absent when none does. */
      readonly turn?: Turn | undefined;
    },
    private readonly choices: CoreChoices,
  ) {
    const { shareToken, api, place, signIn, grant } = choices;
    this.#engine = new SessionEngine(ports, { shareToken });
    const { fetch } = new SessionFetch(this.#engine, api, place);
    this.fetch = fetch;
    const { popups, page } = ports;
    const granted = () => grantedScopes(fetch, grant);
    this.#consent = new Consent(this.#engine, { popups, page, granted, signIn });
  }

  /** The state of the session: its status, and the access token or the reason for its end. */
  get state(): SessionState {
    return this.#engine.state;
  }

  /** The person who is signed in, while there is a token. For display: only the server can check it. */
  get user(): SessionUser | undefined {
    return userIn(this.state.token?.value ?? '');
  }

  /** Calls the watcher at each change from now on; the function returned stops it. */
  watch(watcher: (state: SessionState) => void): () => void {
    return this.#engine.watch(watcher);
  }

  /** Tells the listener what happens from now on, for telemetry; the function returned stops it. */
  listen(listener: SessionListener): () => void {
    return this.#engine.listen(listener);
  }

  /**
   * Calls the listener each time the server tells this browser how the grant is: as a tab begins to listen, and at each
   * change. The function returned stops it.
   */
  listenToGrant(listener: (grant: GrantNews) => void): () => void {
    return this.#engine.grants.listen(listener);
  }

  /**
   * Restores the session, once per document. Never rejects: `state` tells the outcome. In a popup that has returned from
   * `consent` it only reports and closes the window; on a server it does nothing.
   */
  async start(): Promise<void> {
    const { window, ahead, consentReturn, name } = this.choices;
    if (!window) return;
    const popup = returnedPopup(consentReturn, window.location.href);
    if (popup) closePopup(name, popup, window);
    if (popup && popup.reason === undefined) return;
    const { clock, page, feed, turn } = this.ports;
    if (feed && turn) new LiveEvents(this.#engine, { feed, turn, clock, page }).start();
    if (ahead > 0) new ProactiveRefresh(this.#engine, clock, page, ahead * 1000).start();
    await this.#engine.start();
  }

  /** Takes this page to Google to sign in. */
  signIn(options: SignInOptions = {}): void {
    const { page } = this.ports;
    page.go(signInAddress(this.choices.signIn, options.returnTo ?? page.here(), options));
  }

  /**
   * Asks for a permission that a refusal (403 `google_scope_missing`) names, in a popup, and then calls `repeat` once.
   * Call it while a click is handled, or the browser blocks the popup and this page goes to Google instead.
   *
   * @throws SessionEndedError when the session is over afterwards; and what `repeat` rejects with
   */
  consent<T>(problem: ScopeProblem, repeat: () => Promise<T>): Promise<ConsentOutcome<T>> {
    return this.#consent.ask(problem, repeat);
  }

  /**
   * Resolves with an access token that is good to send now, to the own origin only; do not keep it.
   *
   * @throws SessionEndedError, RefreshUnavailableError
   */
  async authorize(): Promise<string> {
    return (await this.#engine.authorize()).value;
  }

  /**
   * Signs out on the server and in all tabs.
   *
   * @throws LogoutUnavailableError when the server did not confirm it in time; the person is then still signed in
   */
  logout(): Promise<void> {
    return this.#engine.logout();
  }

  /** Ends the session here and in all tabs without asking the server, which has just confirmed the end. */
  end(reason: EndReason): void {
    this.#engine.endOwn(reason);
  }
}
