/** One browser or device that is signed in. Its texts come from outside: show them as text only. */
export interface LiveSession {
  readonly id: string;
  readonly current: boolean;
  readonly created_at?: string | null;
  readonly last_refreshed_at?: string | null;
  /** Its end unless it is used. */
  readonly expires_at?: string | null;
  /** Its last moment, even if it is used. */
  readonly ends_at?: string | null;
  readonly user_agent?: string | null;
  readonly address?: string | null;
}

/**
 * Returns the sessions with this browser's first; the others keep the order of the server, the most recently
 * used first.
 */
export function currentFirst(sessions: readonly LiveSession[]): readonly LiveSession[] {
  return [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)];
}
