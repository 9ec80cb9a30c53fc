import { TestBed } from '@angular/core/testing';
import { ListMemory } from './list-memory';
import { Letters } from './paged-list.fixture';

describe('PagedList', () => {
  let list: Letters;

  beforeEach(() => {
    vi.useFakeTimers();
    list = Letters.make();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps what it shows, as stale, until the new first page is all there', () => {
    list.restart();
    list.answer('abc', '2');
    list.restart();
    expect([list.shown(), list.stale(), list.phase()]).toEqual(['abc', true, 'loading']);
    list.answer('xy', undefined, true);
    expect(list.shown()).toBe('abc');
    list.answer('z');
    expect([list.shown(), list.stale(), list.hasMore()]).toEqual(['xyz', false, false]);
  });

  it('draws the very first page in portions as they come', () => {
    list.restart();
    list.answer('ab', undefined, true);
    expect([list.shown(), list.phase()]).toEqual(['ab', 'loading']);
    list.answer('c');
    expect([list.shown(), list.phase()]).toEqual(['abc', 'ready']);
  });

  it('keeps nothing of another list', () => {
    list.restart();
    list.answer('abc');
    list.restart('drop');
    expect([list.shown(), list.stale()]).toEqual(['', false]);
  });

  it('keeps what it shows when it cannot be refreshed, and says of when it is', async () => {
    vi.setSystemTime(1_000_000);
    list.restart();
    list.answer('abc');
    vi.setSystemTime(2_000_000);
    list.refresh();
    await list.fail(503, 'google_unavailable');
    expect([list.shown(), list.stale(), list.phase(), list.asOf()]).toEqual([
      'abc',
      true,
      'failed',
      1_000_000,
    ]);
    list.retry();
    list.answer('abcd');
    expect([list.shown(), list.stale(), list.asOf()]).toEqual(['abcd', false, 2_000_000]);
  });

  it('asks again for the page that failed, not for another', async () => {
    list.restart();
    list.answer('abc', '2');
    list.more();
    await list.fail(503, 'google_unavailable');
    expect([list.shown(), list.stale()]).toEqual(['abc', false]);
    list.retry();
    expect(list.asked.at(-1)?.next).toBe('2');
    list.answer('def');
    expect(list.shown()).toBe('abcdef');
  });

  it('tries again by itself when the server allows it, once', async () => {
    list.restart();
    await list.fail(503, 'google_unavailable', 7);
    expect(list.heals()).toBe(true);
    await vi.advanceTimersByTimeAsync(6_900);
    expect(list.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(list.asked).toHaveLength(2);
    await list.fail(503, 'google_unavailable', 7);
    expect(list.heals()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(list.asked).toHaveLength(2);
  });

  it('may try by itself again after something was good', async () => {
    list.restart();
    await list.fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(7_000);
    list.answer('abc');
    list.refresh();
    await list.fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(list.asked).toHaveLength(4);
  });

  it('tries again whenever the browser is online again, but not what trying cannot help', async () => {
    list.restart();
    await list.fail(0, '');
    window.dispatchEvent(new Event('online'));
    expect(list.asked).toHaveLength(2);
    await list.fail(403, 'google_forbidden');
    window.dispatchEvent(new Event('online'));
    expect(list.asked).toHaveLength(2);
  });

  it('is found again as it was left, and asked for again', () => {
    list.resume('letters');
    list.answer('abc', '2');
    list.more();
    list.answer('def', '3');
    const memory = TestBed.inject(ListMemory);
    TestBed.resetTestingModule().configureTestingModule({
      providers: [Letters, { provide: ListMemory, useValue: memory }],
    });
    list = TestBed.inject(Letters);
    list.resume('letters');
    expect([list.shown(), list.phase(), list.hasMore()]).toEqual(['abcdef', 'loading', true]);
    list.answer('abc', '2b');
    expect([list.shown(), list.phase()]).toEqual(['abcdef', 'ready']);
  });

  it('is not remembered once the session has ended', () => {
    list.resume('letters');
    list.answer('abc');
    const memory = TestBed.inject(ListMemory);
    memory.forget();
    TestBed.resetTestingModule();
    expect(memory.recall('letters')).toBeUndefined();
  });

  it('finds each of several lists again, and never one for another', () => {
    list.resume('one');
    list.answer('abc');
    list.resume('two');
    list.resume('one');
    expect(list.shown()).toBe('abc');
    list.answer('abc');
    list.resume('two');
    list.answer('xyz');
    list.resume('one');
    expect(list.shown()).toBe('abc');
    list.resume('two');
    expect(list.shown()).toBe('xyz');
  });
});
