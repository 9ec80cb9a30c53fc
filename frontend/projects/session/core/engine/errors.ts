import { EndReason } from './end-reason';
import { Trouble } from './model';

/** The session is over, or there never was one. The reason, if the server gave one, is a code such as `expired`. */
export class SessionEndedError extends Error {
  /** Tells it from other errors, in logs too. */
  override readonly name = 'SessionEndedError';

  constructor(
    /** The code, such as `expired`; absent if no reason was given, or if no person was signed in. */
    readonly reason?: EndReason,
  ) {
    super(reason === undefined ? 'There is no session' : `The session ended: ${reason}`);
  }
}

/** The server could not refresh just now. The person stays signed in, and the library goes on trying. */
export class RefreshUnavailableError extends Error {
  /** Tells it from other errors, in logs too. */
  override readonly name = 'RefreshUnavailableError';

  constructor(
    /** The time before which no request asks the server again; milliseconds of the local clock. */
    readonly retryAt: number,
    /** The answer of the server; absent when there was none. */
    readonly trouble?: Trouble,
  ) {
    super('The session could not be refreshed now');
  }
}

/** The server could not be told to sign out, so the person is still signed in. */
export class LogoutUnavailableError extends Error {
  /** Tells it from other errors, in logs too. */
  override readonly name = 'LogoutUnavailableError';

  constructor() {
    super('The server could not be told to sign out');
  }
}
