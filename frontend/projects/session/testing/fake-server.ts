import { RefreshAnswer, Transport } from '@holdfast/session/core';

/** Answers refreshes and logouts as it is told, and remembers what it was asked. Times are milliseconds. */
export class FakeServer implements Transport {
  /** The lifetime of the access tokens that it grants. */
  lifetime = 300_000;
  /** The session of the browser's cookie; absent without a cookie. */
  sessionId: string | undefined;
  /** The value of `Session.accountId`. */
  account: string | undefined;
  /** The value of `Session.accountName`. */
  accountName: string | undefined;
  /** The value of `Session.expiresAt`. */
  sessionExpiresAt: number | undefined;
  /** The value of `Session.endsAt`. */
  sessionEndsAt: number | undefined;
  /** The value of `Session.roles`. */
  roles: readonly string[] = [];
  /** If set, answers this instead of granting. */
  answer: RefreshAnswer | undefined;
  /** If set, answers only when it resolves. */
  hold: Promise<unknown> | undefined;
  /** Whether a logout gets through. */
  logoutWorks = true;
  /** The idempotency keys of all refreshes, in order. */
  readonly keys: string[] = [];
  /** How many logouts it was asked for. */
  logouts = 0;

  /** See `Transport.refresh`. */
  async refresh(idempotencyKey: string): Promise<RefreshAnswer> {
    this.keys.push(idempotencyKey);
    const claims = btoa(JSON.stringify({ groups: this.roles, sub: this.account, upn: this.accountName }));
    const some = this.roles.length > 0 || this.account !== undefined || this.accountName !== undefined;
    const accessToken = `token-${this.keys.length.toString()}` + (some ? `.${claims}.` : '');
    if (this.hold) await this.hold;
    if (this.answer) return this.answer;
    if (this.sessionId === undefined) return { kind: 'anonymous' };
    const { lifetime: expiresIn, sessionId, sessionExpiresAt, sessionEndsAt } = this;
    return { kind: 'granted', accessToken, expiresIn, sessionId, sessionExpiresAt, sessionEndsAt };
  }

  /** See `Transport.logout`. */
  async logout(): Promise<boolean> {
    this.logouts++;
    if (this.hold) await this.hold;
    if (this.logoutWorks) this.sessionId = undefined;
    return this.logoutWorks;
  }
}
