import { Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { Observable, Subject } from 'rxjs';
import { ListPage, PagedList } from './paged-list';

/** A list of letters, answered by hand. For tests with `vi.useFakeTimers()`. */
@Injectable()
export class Letters extends PagedList<string> {
  readonly asked: { readonly next: string | undefined; readonly answer: Subject<ListPage<string>> }[] = [];

  static make(): Letters {
    TestBed.resetTestingModule().configureTestingModule({ providers: [Letters] });
    return TestBed.inject(Letters);
  }

  shown(): string {
    return this.items().join('');
  }

  /** Answers the latest request. */
  answer(items: string, next?: string, partial = false): void {
    this.asked.at(-1)?.answer.next({ items: Array.from(items), next, partial });
    TestBed.tick();
  }

  async fail(status: number, code: string, seconds?: number): Promise<void> {
    const headers = new HttpHeaders(seconds === undefined ? {} : { 'Retry-After': String(seconds) });
    this.asked.at(-1)?.answer.error(new HttpErrorResponse({ status, error: { code }, headers }));
    await vi.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }

  protected override ask(next: string | undefined): Observable<ListPage<string>> {
    const answer = new Subject<ListPage<string>>();
    this.asked.push({ next, answer });
    return answer;
  }
}
