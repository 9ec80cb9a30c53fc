import { ActivityEvent } from './activity-words';

/** Events that have one cause: the cause, and the sessions that it ended. */
export interface ActivityGroup {
  readonly head: ActivityEvent;
  /** The sessions that ended with it, newest first, without `head` if that is itself the end of a session. */
  readonly ended: readonly ActivityEvent[];
  /** The number of times that the same event happened in a row. */
  readonly times: number;
}

/** The longest time between an end and its cause. */
const TOGETHER = 60_000;
/** The longest time after a sign-in for the end of the previous session in the same browser. */
const AT_ONCE = 5_000;
/** The longest time between two failures of one kind that count as one trouble. */
const SAME_TROUBLE = 3_600_000;

const ENDS_WITH: Readonly<Record<string, string>> = {
  disconnected: 'disconnected',
  token_reuse_detected: 'token_reused',
  signed_in: 'signed_out',
};

/** Groups events (newest first) that have one cause, and keeps their order. */
export function groupByCause(events: readonly ActivityEvent[]): readonly ActivityGroup[] {
  const groups: ActivityGroup[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const joined = last && join(last, event);
    if (joined) groups[groups.length - 1] = joined;
    else groups.push({ head: event, ended: [], times: 1 });
  }
  return groups;
}

function join(group: ActivityGroup, event: ActivityEvent): ActivityGroup | undefined {
  const { head, ended, times } = group;
  if (head.type === 'grant_refresh_failed') {
    const again = event.type === head.type && event.reason === head.reason;
    return again && near(head, event, SAME_TROUBLE) ? { ...group, times: times + 1 } : undefined;
  }
  if (isEnd(event) && isEnd(head)) {
    const same = event.reason === head.reason && event.reason !== 'signed_out';
    return same && near(head, event, TOGETHER) ? { ...group, ended: [...ended, event] } : undefined;
  }
  if (isEnd(event)) return causes(head, event) ? { ...group, ended: [...ended, event] } : undefined;
  const all = isEnd(head) ? [head, ...ended] : [];
  const explained = all.length > 0 && all.every((end) => causes(event, end));
  return explained ? { head: event, ended: all, times: 1 } : undefined;
}

function causes(cause: ActivityEvent, end: ActivityEvent): boolean {
  const reason = cause.type === 'grant_lost' ? cause.reason : ENDS_WITH[cause.type];
  if (reason === undefined || reason !== end.reason) return false;
  if (cause.type !== 'signed_in') return near(cause, end, TOGETHER);
  return near(cause, end, AT_ONCE) && cause.user_agent === end.user_agent;
}

function isEnd({ type }: ActivityEvent): boolean {
  return type === 'session_ended';
}

function near(one: ActivityEvent, other: ActivityEvent, distance: number): boolean {
  return Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= distance;
}
