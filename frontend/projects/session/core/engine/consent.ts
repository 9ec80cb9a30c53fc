import { SessionEngine } from './engine';
import { RefreshUnavailableError } from './errors';
import { Page, Popups } from './ports';
import { offeredAddress } from './sign-in-address';

/** A refusal of the server (403 `google_scope_missing`) because a permission at Google is missing. */
export interface ScopeProblem {
  /** The scopes that the refused request needs and the grant lacks. */
  readonly missing_scopes?: readonly string[] | null | undefined;
  /** The link, of this origin, that asks for them. */
  readonly sign_in?: string | null | undefined;
}

/**
 * The outcome of asking for a permission.
 *
 * - `granted`: the grant has the scopes; `value` is the result of the repeated request
 * - `refused`: the person is back without it. `reason` is a code of `/login?reason=`, such as `cancelled` or
 *   `other_account`; absent when the permission was left unticked
 * - `cancelled`: the person came back to this page without finishing at Google
 * - `leaving`: the browser blocks popups, so this page is on its way to Google
 * - `unconfirmed`: the person is back, but the server cannot say now what they allowed
 * - `impossible`: the problem has no link that asks for the permission
 */
export type ConsentOutcome<T> =
  | { readonly kind: 'granted'; readonly value: T }
  | { readonly kind: 'refused'; readonly reason: string | undefined }
  | { readonly kind: 'cancelled' | 'leaving' | 'unconfirmed' | 'impossible' };

/** The ports that asking for a permission needs. */
export interface ConsentPorts {
  /** Opens the window that goes to Google. */
  readonly popups: Popups;
  /** The document that asks. */
  readonly page: Page;
  /** The scopes of the grant, as the server tells them with a token of the present session; absent if it cannot. */
  readonly granted: () => Promise<readonly string[] | undefined>;
  /** The path that begins a sign-in. */
  readonly signIn: string;
}

/** The time for which the server waits for a person at Google. Milliseconds. */
const TRIP = 600_000;

/** Asks the person for a permission at Google, in a popup, and repeats the refused request. */
export class Consent {
  constructor(
    private readonly engine: SessionEngine,
    private readonly ports: ConsentPorts,
  ) {}

  /**
   * Opens the popup at once, so call it while a click is handled. A person who signs in again gets a new session. This
   * document moves over to it if it is of the same account, and is loaded again if it is of another one.
   *
   * @throws SessionEndedError when the session is over afterwards; and what `repeat` rejects with
   */
  async ask<T>(problem: ScopeProblem, repeat: () => Promise<T>): Promise<ConsentOutcome<T>> {
    const { popups, page, signIn } = this.ports;
    const byNavigation = offeredAddress(signIn, problem.sign_in, page.here());
    if (byNavigation === undefined) return { kind: 'impossible' };
    const popup = popups.open(
      (returnTo) => offeredAddress(signIn, problem.sign_in, returnTo) ?? byNavigation,
    );
    if (popup === undefined) {
      page.go(byNavigation);
      return { kind: 'leaving' };
    }
    this.engine.expectSuccessor(TRIP);
    const end = await popup.end;
    if (end.kind === 'returned' && end.reason !== undefined) return { kind: 'refused', reason: end.reason };
    const granted = await this.#granted(problem.missing_scopes ?? []);
    if (granted === undefined) return { kind: 'unconfirmed' };
    if (granted) return { kind: 'granted', value: await repeat() };
    return end.kind === 'left' ? { kind: 'cancelled' } : { kind: 'refused', reason: undefined };
  }

  async #granted(needed: readonly string[]): Promise<boolean | undefined> {
    try {
      // The cookie decides which session this browser is in by now.
      await this.engine.refresh();
      const scopes = await this.ports.granted();
      return scopes && needed.every((scope) => scopes.includes(scope));
    } catch (error) {
      if (error instanceof RefreshUnavailableError) return undefined;
      throw error;
    }
  }
}
