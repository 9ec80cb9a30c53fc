/** The paths of the server and of the application, all of the page's own origin, and the name of the application. */
export interface SessionOptions {
  /** Names the lock, the channel and the stored key; one per application on an origin. Default `holdfast`. */
  readonly name?: string;
  /** Requests at and below this path, or one of these, carry the access token, no others. Default `/api`. */
  readonly api?: string | readonly string[];
  /** The path that refreshes the session. Default `/auth/token/refresh`. */
  readonly refresh?: string;
  /** The path that ends the session. Default `/auth/logout`. */
  readonly logout?: string;
  /** The path at which a sign-in at Google begins. Default `/auth/login`. */
  readonly signIn?: string;
  /** The path that tells what the person has allowed at Google. Default `/api/google/grant`. */
  readonly grant?: string;
  /** The path of the server's stream of events. Default `/api/events`. */
  readonly events?: string;
  /** A page of the application that a popup of `consent` returns to; it needs no content. Default `/consent`. */
  readonly consentReturn?: string;
}

/** `SessionOptions` with defaults filled in. */
export interface CompleteOptions extends Required<SessionOptions> {
  /** The path prefixes whose requests carry the access token. */
  readonly api: readonly string[];
}

/** Fills in the defaults. */
export function completed(options: SessionOptions): CompleteOptions {
  const {
    name = 'holdfast',
    api = '/api',
    refresh = '/auth/token/refresh',
    logout = '/auth/logout',
    signIn = '/auth/login',
    grant = '/api/google/grant',
    events = '/api/events',
    consentReturn = '/consent',
  } = options;
  return { name, api: [api].flat(), refresh, logout, signIn, grant, events, consentReturn };
}
