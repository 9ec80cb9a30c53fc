import { FakeClock, settle } from '@holdfast/session/testing';
import { WebLock } from './web-lock';

type Request = (
  name: string,
  options: { signal: AbortSignal },
  callback: () => Promise<unknown>,
) => Promise<unknown>;

describe('WebLock', () => {
  let clock: FakeClock;
  let lock: WebLock;
  let task: ReturnType<typeof vi.fn<() => Promise<string>>>;

  function answerRequestsWith(request: Request): void {
    vi.stubGlobal('navigator', { locks: { request } });
  }

  beforeEach(() => {
    clock = new FakeClock();
    lock = new WebLock('holdfast', clock);
    task = vi.fn<() => Promise<string>>().mockResolvedValue('done');
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('runWhenTheLockIsFreeThenTheTaskRunsOnceAndHoldsIt', async () => {
    let held: Promise<unknown> | undefined;
    answerRequestsWith((_name, _options, callback) => (held = callback()));
    await expect(lock.run(10_000, task)).resolves.toBe('done');
    await held;
    await clock.advance(20_000);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('runWhenTheRequestIsNeverSettledThenTheTaskRunsAfterTheWait', async () => {
    let signal: AbortSignal | undefined;
    answerRequestsWith((_name, options) => {
      ({ signal } = options);
      return new Promise(() => undefined);
    });
    const running = lock.run(10_000, task);
    await clock.advance(9_999);
    expect(task).not.toHaveBeenCalled();
    await clock.advance(1);
    await expect(running).resolves.toBe('done');
    expect(signal?.aborted).toBe(true);
  });

  it('runWhenTheLockIsGrantedAfterTheWaitThenTheTaskDoesNotRunAgain', async () => {
    let grant: () => Promise<unknown> = () => Promise.resolve();
    answerRequestsWith((_name, _options, callback) => {
      grant = callback;
      return new Promise(() => undefined);
    });
    const running = lock.run(10_000, task);
    await clock.advance(10_000);
    await running;
    await grant();
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('runWhenTheBrowserRefusesTheLockThenTheTaskRunsAtOnce', async () => {
    answerRequestsWith(() => Promise.reject(new DOMException('no locks here', 'SecurityError')));
    await expect(lock.run(10_000, task)).resolves.toBe('done');
  });

  it('runWhenTheTaskFailsThenSoDoesRunAndTheTaskIsNotRepeated', async () => {
    task.mockRejectedValue(new Error('failed'));
    answerRequestsWith((_name, _options, callback) => callback());
    await expect(lock.run(10_000, task)).rejects.toThrow('failed');
    await settle();
    expect(task).toHaveBeenCalledTimes(1);
  });
});
