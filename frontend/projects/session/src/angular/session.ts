import { DestroyRef, Injectable, Signal, computed, inject, signal } from '@angular/core';
import {
  EndReason,
  GrantNews,
  SessionStatus,
  SessionUser,
  SignInOptions,
  Trouble,
  accountIn,
  accountNameIn,
  rolesIn,
  signInAddress,
  userIn,
} from '@holdfast/session/core';
import { SESSION_CONFIG, SESSION_ENGINE, SESSION_NOTE, SESSION_PAGE } from './config';
import { TokenUse } from './interceptor-check';

/**
 * The session of this tab, the same in all tabs of the browser.
 *
 * Guarantees: the access token is in memory only; a refresh happens once for all tabs and all requests that need it;
 * only a definite answer of the server signs a person out, and then in all tabs.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #engine = inject(SESSION_ENGINE);
  readonly #config = inject(SESSION_CONFIG);
  readonly #page = inject(SESSION_PAGE);
  readonly #use = inject(TokenUse);
  readonly #state = signal(this.#engine.state);
  /** The account of the previous document, if this one was loaded in its place. */
  readonly #former = inject(SESSION_NOTE).take();

  /**
   * The state of the session, see `SessionStatus`. `anonymous` and `ended` last until the page is loaded again; every
   * other state may change.
   */
  readonly status: Signal<SessionStatus> = computed(() => this.#state().status);

  /**
   * The reason for the end of the session, a code such as `expired`; `undefined` while it lives, or if no reason was
   * given.
   */
  readonly endReason: Signal<EndReason | undefined> = computed(() => this.#state().endReason);

  /**
   * The server's answer while `status` is `unreachable`, if there is one. A status of 4xx, such as a 403 with the code
   * `cross_site_request`, will hardly go away by waiting, but the library keeps trying. `undefined` while there is no
   * answer, and in any other status.
   */
  readonly trouble: Signal<Trouble | undefined> = computed(() => this.#state().trouble);

  /** When the session ends if nothing refreshes it before; `undefined` while unknown. */
  readonly expiresAt: Signal<Date | undefined> = computed(() => date(this.#state().token?.sessionExpiresAt));

  /** When the session ends even if it is refreshed; `undefined` while unknown. */
  readonly endsAt: Signal<Date | undefined> = computed(() => date(this.#state().token?.sessionEndsAt));

  /**
   * The life of the access token, in milliseconds of the local clock; `undefined` while there is no token. It changes
   * with each refresh: use it to show that, not to decide when to refresh.
   */
  readonly accessTokenLife: Signal<{ readonly begins: number; readonly ends: number } | undefined> = computed(
    () => {
      const token = this.#state().token;
      return token && { begins: token.obtainedAt, ends: token.expiresAt };
    },
  );

  /** The person who is signed in: id, name and roles; `undefined` while there is no token. For display only. */
  readonly user: Signal<SessionUser | undefined> = computed(() => userIn(this.#state().token?.value ?? ''), {
    equal: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });

  /** The id of the account (`sub`) that is signed in; `undefined` while there is no token. */
  readonly accountId: Signal<string | undefined> = computed(() =>
    accountIn(this.#state().token?.value ?? ''),
  );

  /**
   * The name of the account (`upn`), such as an e-mail address; `undefined` while there is no token. It comes with the
   * token, so it is known as soon as `status` is `active`. For display only.
   */
  readonly accountName: Signal<string | undefined> = computed(() =>
    accountNameIn(this.#state().token?.value ?? ''),
  );

  /**
   * Whether this page was loaded again because another person had signed in in this browser; if so, show who it is now.
   * Known, and `accountId` with it, as soon as `status` is `active`; `false` when the same person signed in again.
   */
  readonly accountChanged: Signal<boolean> = computed(() => {
    const account = this.accountId();
    return this.#former !== undefined && account !== undefined && account !== this.#former;
  });

  /**
   * The roles (`groups`) that the server has put into the access token; empty while there is no token. Use them to
   * choose what to show: only the server decides what a person may do.
   */
  readonly roles: Signal<readonly string[]> = computed(() => rolesIn(this.#state().token?.value ?? ''), {
    equal: (before, after) => before.join(' ') === after.join(' '),
  });

  readonly #grant = signal<GrantNews | undefined>(undefined);

  /**
   * How the person's grant at Google is, as the server last told this browser, with `withLiveEvents`; `undefined` until
   * then. It is told as a tab begins to listen, and at each change.
   */
  readonly grant: Signal<GrantNews | undefined> = this.#grant.asReadonly();

  constructor() {
    const unlisten = this.#engine.grants.listen((grant) => {
      this.#grant.set(grant);
    });
    inject(DestroyRef).onDestroy(unlisten);
    const unwatch = this.#engine.watch((state) => {
      this.#state.set(state);
    });
    inject(DestroyRef).onDestroy(unwatch);
  }

  /**
   * Takes this page to Google to sign in, and back to `returnTo`. `loginHint` is the account that Google suggests; `scopes`
   * are optional permissions to ask for as well.
   */
  signIn(options: SignInOptions = {}): void {
    this.#page.go(signInAddress(this.#config.signIn, options.returnTo ?? this.#page.here(), options));
  }

  /** Asks the server who is signed in, at once. Never rejects: `status` tells the outcome. */
  restore(): Promise<void> {
    return this.#engine.restore();
  }

  /**
   * Obtains a newer access token, once for all that ask at the same time.
   *
   * @throws SessionEndedError when there is no session any more
   * @throws RefreshUnavailableError when the server cannot say so now; the person stays signed in
   */
  async refresh(): Promise<void> {
    await this.#engine.refresh();
  }

  /**
   * Resolves with an access token that is good to send now, for requests outside `HttpClient` (WebSocket, server-sent
   * events, `fetch`). Send it to your own origin only and do not keep it.
   *
   * @throws SessionEndedError, RefreshUnavailableError as for `refresh`
   */
  async authorize(): Promise<string> {
    this.#use.seen = true;
    return (await this.#engine.authorize()).value;
  }

  /**
   * Signs out on the server and in all tabs. Waits for a refresh in flight first, so that no refresh can follow.
   *
   * @throws LogoutUnavailableError when the server did not confirm it in time; the person is then still signed in, until
   *     a late confirmation arrives
   */
  logout(): Promise<void> {
    return this.#engine.logout();
  }

  /**
   * Ends the session here and in all tabs, at once and without asking the server. For an application that has just
   * learnt of the end itself, say because the server confirmed that the account is erased; to sign out, call `logout`.
   * `reason` is a code such as `erased`, told as `endReason`. Changes nothing if no person is signed in.
   */
  end(reason: EndReason): void {
    this.#engine.endOwn(reason);
  }

  /** Resolves as soon as it is known whether a person is signed in. Waits for a server that cannot be reached. */
  settled(): Promise<SessionStatus> {
    return new Promise((resolve) => {
      const done = ({ status, token } = this.#engine.state): boolean => {
        const open = status === 'restoring' || (status === 'unreachable' && token === undefined);
        if (!open) resolve(status);
        return !open;
      };
      if (done()) return;
      const unwatch = this.#engine.watch((state) => {
        if (done(state)) unwatch();
      });
    });
  }
}

function date(time: number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
