import { groupByCause } from './activity-groups';
import { ActivityEvent } from './activity-words';

function event(
  second: number,
  type: string,
  reason?: string,
  more: Partial<ActivityEvent> = {},
): ActivityEvent {
  return {
    at: new Date(Date.UTC(2026, 2, 3, 10, 0, second)).toISOString(),
    type,
    reason: reason ?? null,
    ...more,
  };
}

function shapes(...events: ActivityEvent[]): string[] {
  return groupByCause(events).map(
    ({ head, ended, times }) => `${head.type} ended=${String(ended.length)} times=${String(times)}`,
  );
}

describe('groupByCause', () => {
  it.each([
    ['grant_lost', 'google_revoked', 'google_revoked'],
    ['disconnected', undefined, 'disconnected'],
    ['token_reuse_detected', undefined, 'token_reused'],
  ])('putsTheEndsWith%sWhateverTheOrder', (type, reason, end) => {
    const cause = event(5, type, reason);
    const ends = [event(6, 'session_ended', end), event(4, 'session_ended', end)] as const;
    expect(shapes(ends[0], cause, ends[1])).toEqual([`${type} ended=2 times=1`]);
    expect(shapes(ends[0], ends[1], cause)).toEqual([`${type} ended=2 times=1`]);
    expect(shapes(cause, ...ends)).toEqual([`${type} ended=2 times=1`]);
  });

  it('leavesAnEndOfAnotherReasonAlone', () => {
    expect(shapes(event(5, 'grant_lost', 'google_revoked'), event(4, 'session_ended', 'idle'))).toHaveLength(
      2,
    );
    expect(shapes(event(5, 'session_ended', 'idle'), event(4, 'grant_lost', 'google_revoked'))).toHaveLength(
      2,
    );
  });

  it('leavesAnEndThatIsFarAwayAlone', () => {
    const lost = event(500, 'grant_lost', 'google_revoked');
    expect(shapes(lost, event(4, 'session_ended', 'google_revoked'))).toHaveLength(2);
  });

  it('putsEndsOfOneReasonTogether', () => {
    const ended = [3, 2, 1].map((second) => event(second, 'session_ended', 'ended_elsewhere'));
    expect(shapes(...ended)).toEqual(['session_ended ended=2 times=1']);
  });

  it('tellsAReplacedSessionWithTheSignInOfTheSameBrowserOnly', () => {
    const signedIn = event(5, 'signed_in', undefined, { user_agent: 'a' });
    const ended = event(5, 'session_ended', 'signed_out', { user_agent: 'a' });
    expect(shapes(signedIn, ended)).toEqual(['signed_in ended=1 times=1']);
    expect(shapes(signedIn, { ...ended, user_agent: 'b' })).toHaveLength(2);
    expect(shapes(event(50, 'signed_in', undefined, { user_agent: 'a' }), ended)).toHaveLength(2);
  });

  it('countsFailuresOfOneKind', () => {
    const failures = [30, 20, 10].map((second) => event(second, 'grant_refresh_failed', 'timeout'));
    expect(shapes(...failures)).toEqual(['grant_refresh_failed ended=0 times=3']);
    expect(
      shapes(event(30, 'grant_refresh_failed', 'timeout'), event(20, 'grant_refresh_failed', 'busy')),
    ).toHaveLength(2);
  });

  it('keepsUnreadableTimesApart', () => {
    expect(
      shapes({ at: 'x', type: 'session_ended', reason: 'idle' }, event(1, 'session_ended', 'idle')),
    ).toHaveLength(2);
  });
});
