/** The session is over, or there never was one. The reason, if the server gave one, is a code such as `expired`. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';

  constructor(readonly reason?: string) {
    super(reason === undefined ? 'There is no session' : `The session ended: ${reason}`);
  }
}

/** The server could not refresh just now. Nobody was signed out; worth another try at `retryAt` (milliseconds of the local clock). */
export class RefreshUnavailableError extends Error {
  override readonly name = 'RefreshUnavailableError';

  constructor(readonly retryAt: number) {
    super('The session could not be refreshed now');
  }
}

/** The server could not be told to sign out, so the person is still signed in. */
export class LogoutUnavailableError extends Error {
  override readonly name = 'LogoutUnavailableError';

  constructor() {
    super('The server could not be told to sign out');
  }
}
