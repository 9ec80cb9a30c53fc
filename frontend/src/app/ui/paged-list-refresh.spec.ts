import { Letters } from './paged-list.fixture';

describe('PagedList, asked again', () => {
  let list: Letters;

  beforeEach(() => {
    vi.useFakeTimers();
    list = Letters.make();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the pages behind a refreshed first one as long as they follow it', () => {
    list.restart();
    list.answer('abc', '2');
    list.more();
    list.answer('def', '3');
    list.refresh();
    list.answer('xab', '2b');
    expect(list.shown()).toBe('xabcdef');
    list.more();
    expect(list.asked.at(-1)?.next).toBe('3');
    list.answer('g');
    list.refresh();
    list.answer('uvw', '2c');
    expect(list.shown()).toBe('uvw');
    list.more();
    expect(list.asked.at(-1)?.next).toBe('2c');
  });

  it('does not repeat an item that has moved to the front', () => {
    list.restart();
    list.answer('abc', '2');
    list.more();
    list.answer('def');
    list.refresh();
    list.answer('eab', '2b');
    expect(list.shown()).toBe('eabcdf');
  });

  it('does not keep what is gone from a list of one page', () => {
    list.restart();
    list.answer('abc');
    list.refresh();
    list.answer('ab');
    expect([list.shown(), list.hasMore()]).toEqual(['ab', false]);
    list.refresh();
    list.answer('b');
    expect(list.shown()).toBe('b');
  });

  it('keeps nothing behind a first page that has become the last', () => {
    list.restart();
    list.answer('abc', '2');
    list.more();
    list.answer('def');
    list.refresh();
    list.answer('abc');
    expect([list.shown(), list.hasMore()]).toEqual(['abc', false]);
  });

  it('keeps what it shows while the first pages are empty but not the last', () => {
    list.restart();
    list.answer('abc', '2');
    list.refresh();
    list.answer('', 'p');
    expect([list.shown(), list.stale(), list.asked.at(-1)?.next]).toEqual(['abc', true, 'p']);
    list.answer('', 'q');
    list.answer('', 'r');
    expect([list.shown(), list.phase(), list.hasMore()]).toEqual(['abc', 'ready', true]);
    list.refresh();
    list.answer('', 'p');
    list.answer('xyz', 's');
    expect(list.shown()).toBe('xyz');
  });

  it('passes over as many empty pages for each question', () => {
    list.restart();
    list.answer('', 'p');
    list.answer('', 'q');
    list.restart();
    list.answer('', 'p');
    list.answer('', 'q');
    expect([list.phase(), list.asked.at(-1)?.next]).toEqual(['loading', 'q']);
  });

  it('says whose answer it shows while another question is under way, and when that has failed', async () => {
    list.resume('one');
    list.answer('abc', '2');
    expect(list.foreign()).toBe(false);
    list.refresh();
    await list.fail(503, 'google_unavailable');
    expect([list.stale(), list.foreign()]).toEqual([true, false]);
    list.resume('two');
    expect([list.shown(), list.foreign()]).toEqual(['abc', true]);
    await list.fail(503, 'google_unavailable');
    expect([list.shown(), list.foreign(), list.phase()]).toEqual(['abc', true, 'failed']);
    list.refresh();
    list.answer('xyz');
    expect([list.shown(), list.foreign()]).toEqual(['xyz', false]);
  });
});
