import { EndReason } from './end-reason';
import { Trouble } from './model';

/** The session is over, or there never was one. The reason, if the server gave one, is a code such as `expired`. */
export class SessionEndedError extends Error {
  /** Tells it from other errors, in logs too. */
  override readonly name = 'SessionEndedError';

  constructor(
    /** The code, such as `expired`; absent when nobody said why, or when nobody was signed in. */
    readonly reason?: EndReason,
  ) {
    super(reason === undefined ? 'There is no session' : `The session ended: ${reason}`);
  }
}

/** The server could not refresh just now. Nobody was signed out, and the library goes on trying. */
export class RefreshUnavailableError extends Error {
  /** Tells it from other errors, in logs too. */
  override readonly name = 'RefreshUnavailableError';

  constructor(
    /** Before this no request asks the server again; milliseconds of the local clock. */
    readonly retryAt: number,
    /** What the server answered; absent when it did not. */
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
