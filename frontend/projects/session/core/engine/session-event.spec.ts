import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';
import { SessionEvent } from './session-event';

describe('Session events', () => {
  let browser: Browser;
  let events: SessionEvent[];

  beforeEach(() => {
    browser = new Browser();
    browser.server.sessionId = 's1';
    browser.server.account = 'ada';
    events = [];
  });

  async function open(): Promise<SessionEngine> {
    const tab = browser.newTab();
    tab.listen((event) => events.push(event));
    await tab.start();
    return tab;
  }

  it('refreshWhenGrantedThenStartedAndSucceeded', async () => {
    let answer: (value?: unknown) => void = () => undefined;
    browser.server.hold = new Promise((resolve) => (answer = resolve));
    const opening = open();
    await browser.clock.advance(300);
    answer();
    await opening;
    expect(events).toEqual([{ type: 'refresh-started' }, { type: 'refresh-succeeded', milliseconds: 300 }]);
  });

  it('refreshWhenTheServerCannotAnswerThenFailedWithItsAnswer', async () => {
    const trouble = { status: 503, code: 'storage_unavailable' };
    browser.server.answer = { kind: 'unavailable', trouble };
    await open();
    expect(events[1]).toEqual({
      type: 'refresh-failed',
      milliseconds: 0,
      outcome: 'unavailable',
      status: 503,
      code: 'storage_unavailable',
    });
  });

  it('endWhenTheServerSaysSoThenToldOnceWithItsReason', async () => {
    const tab = await open();
    browser.server.answer = { kind: 'ended', reason: 'idle' };
    const refreshing = tab.refresh().catch(() => undefined);
    await browser.clock.advance(200);
    await refreshing;
    tab.endOwn('erased');
    expect(events.filter(({ type }) => type === 'session-ended')).toEqual([
      { type: 'session-ended', reason: 'idle' },
    ]);
  });

  it('endWhenAnotherTabEndsItThenToldHereToo', async () => {
    await open();
    const other = await browser.openTab();
    await other.logout();
    await browser.clock.advance(1);
    expect(events.at(-1)).toEqual({ type: 'session-ended', reason: 'signed_out' });
  });

  it('noEventHoldsATokenOrAnAccount', async () => {
    const tab = await open();
    const token = tab.state.token?.value ?? 'none';
    await tab.logout();
    expect(JSON.stringify(events)).not.toContain(token);
    expect(JSON.stringify(events)).not.toMatch(/token-|ada|key-/);
  });

  it('aListenerThatThrowsDisturbsNeitherTheSessionNorTheOthers', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const tab = browser.newTab();
    tab.listen(() => {
      throw new Error('telemetry');
    });
    tab.listen((event) => events.push(event));
    await tab.start();
    expect(tab.state.status).toBe('active');
    expect(events).toHaveLength(2);
    expect(complaint).toHaveBeenCalledTimes(2);
    complaint.mockRestore();
  });
});
