import { Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Observable, Subject } from 'rxjs';
import { ListMemory } from './list-memory';
import { ListPage, PagedList } from './paged-list';

type Page = ListPage<string>;

@Injectable()
class Letters extends PagedList<string> {
  readonly asked: { readonly next: string | undefined; readonly answer: Subject<Page> }[] = [];

  protected override ask(next: string | undefined): Observable<Page> {
    const answer = new Subject<Page>();
    this.asked.push({ next, answer });
    return answer;
  }
}

describe('PagedList', () => {
  let list: Letters;

  function make(): Letters {
    TestBed.resetTestingModule().configureTestingModule({ providers: [Letters] });
    return TestBed.inject(Letters);
  }

  beforeEach(() => {
    vi.useFakeTimers();
    list = make();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function answer(items: string, next?: string, partial = false): void {
    list.asked.at(-1)?.answer.next({ items: items.split(/(?=.)/), next, partial });
    TestBed.tick();
  }

  async function fail(status: number, code: string, seconds?: number): Promise<void> {
    const headers = new HttpHeaders(seconds === undefined ? {} : { 'Retry-After': String(seconds) });
    list.asked.at(-1)?.answer.error(new HttpErrorResponse({ status, error: { code }, headers }));
    await vi.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }

  const shown = (): string => list.items().join('');

  it('keeps what it shows, as stale, until the new first page is all there', () => {
    list.restart();
    answer('abc', '2');
    list.restart();
    expect([shown(), list.stale(), list.phase()]).toEqual(['abc', true, 'loading']);
    answer('xy', undefined, true);
    expect(shown()).toBe('abc');
    answer('z');
    expect([shown(), list.stale(), list.hasMore()]).toEqual(['xyz', false, false]);
  });

  it('draws the very first page in portions as they come', () => {
    list.restart();
    answer('ab', undefined, true);
    expect([shown(), list.phase()]).toEqual(['ab', 'loading']);
    answer('c');
    expect([shown(), list.phase()]).toEqual(['abc', 'ready']);
  });

  it('keeps nothing of another list', () => {
    list.restart();
    answer('abc');
    list.restart('drop');
    expect([shown(), list.stale()]).toEqual(['', false]);
  });

  it('keeps what it shows when it cannot be refreshed, and says of when it is', async () => {
    vi.setSystemTime(1_000_000);
    list.restart();
    answer('abc');
    vi.setSystemTime(2_000_000);
    list.refresh();
    await fail(503, 'google_unavailable');
    expect([shown(), list.stale(), list.phase(), list.asOf()]).toEqual(['abc', true, 'failed', 1_000_000]);
    list.retry();
    answer('abcd');
    expect([shown(), list.stale(), list.asOf()]).toEqual(['abcd', false, 2_000_000]);
  });

  it('keeps the pages behind a refreshed first one as long as they follow it', () => {
    list.restart();
    answer('abc', '2');
    list.more();
    answer('def', '3');
    list.refresh();
    answer('xab', '2b');
    expect(shown()).toBe('xabcdef');
    list.more();
    expect(list.asked.at(-1)?.next).toBe('3');
    answer('g');
    list.refresh();
    answer('uvw', '2c');
    expect(shown()).toBe('uvw');
    list.more();
    expect(list.asked.at(-1)?.next).toBe('2c');
  });

  it('does not repeat an item that has moved to the front', () => {
    list.restart();
    answer('abc', '2');
    list.more();
    answer('def');
    list.refresh();
    answer('eab');
    expect(shown()).toBe('eabcdf');
  });

  it('asks again for the page that failed, not for another', async () => {
    list.restart();
    answer('abc', '2');
    list.more();
    await fail(503, 'google_unavailable');
    expect([shown(), list.stale()]).toEqual(['abc', false]);
    list.retry();
    expect(list.asked.at(-1)?.next).toBe('2');
    answer('def');
    expect(shown()).toBe('abcdef');
  });

  it('tries again by itself when the server allows it, once', async () => {
    list.restart();
    await fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(6_900);
    expect(list.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(list.asked).toHaveLength(2);
    await fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(list.asked).toHaveLength(2);
  });

  it('may try by itself again after something was good', async () => {
    list.restart();
    await fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(7_000);
    answer('abc');
    list.refresh();
    await fail(503, 'google_unavailable', 7);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(list.asked).toHaveLength(4);
  });

  it('tries again whenever the browser is online again, but not what trying cannot help', async () => {
    list.restart();
    await fail(0, '');
    window.dispatchEvent(new Event('online'));
    expect(list.asked).toHaveLength(2);
    await fail(403, 'google_forbidden');
    window.dispatchEvent(new Event('online'));
    expect(list.asked).toHaveLength(2);
  });

  it('is found again as it was left, and asked for again', () => {
    list.resume('letters');
    answer('abc', '2');
    list.more();
    answer('def', '3');
    const memory = TestBed.inject(ListMemory);
    TestBed.resetTestingModule().configureTestingModule({
      providers: [Letters, { provide: ListMemory, useValue: memory }],
    });
    list = TestBed.inject(Letters);
    list.resume('letters');
    expect([shown(), list.phase(), list.hasMore()]).toEqual(['abcdef', 'loading', true]);
    answer('abc', '2b');
    expect([shown(), list.phase()]).toEqual(['abcdef', 'ready']);
  });

  it('finds each of several lists again, and never one for another', () => {
    list.resume('one');
    answer('abc');
    list.resume('two');
    list.resume('one');
    expect(shown()).toBe('abc');
    answer('abc');
    list.resume('two');
    answer('xyz');
    list.resume('one');
    expect(shown()).toBe('abc');
    list.resume('two');
    expect(shown()).toBe('xyz');
  });
});
