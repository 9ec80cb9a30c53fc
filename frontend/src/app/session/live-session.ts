/** One browser or device that is signed in. Its texts come from outside: show them as text only. */
export interface LiveSession {
  readonly id: string;
  readonly current: boolean;
  readonly created_at?: string | null;
  readonly last_refreshed_at?: string | null;
  /** When it ends unless it is used. */
  readonly expires_at?: string | null;
  /** Its last moment, however much it is used. */
  readonly ends_at?: string | null;
  readonly user_agent?: string | null;
  readonly address?: string | null;
}

/** This browser's first; the others stay in the server's order, the most recently used first. */
export function currentFirst(sessions: readonly LiveSession[]): readonly LiveSession[] {
  return [...sessions.filter(({ current }) => current), ...sessions.filter(({ current }) => !current)];
}
