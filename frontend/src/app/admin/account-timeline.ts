import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ActivityEvent } from '../account/activity-words';
import { ListPage, PagedList } from '../ui/paged-list';

/** What happened to somebody's account, newest first. */
@Injectable()
export class AccountTimeline extends PagedList<ActivityEvent> {
  readonly #http = inject(HttpClient);
  #account = '';

  /** Starts over with that account. */
  show(account: string): void {
    this.#account = account;
    this.restart();
  }

  protected override ask(next: string | undefined): Observable<ListPage<ActivityEvent>> {
    const params = next === undefined ? new HttpParams() : new HttpParams().set('before', next);
    return this.#http
      .get<{ events: readonly ActivityEvent[]; next?: string | null }>(
        `/api/admin/accounts/${encodeURIComponent(this.#account)}/activity`,
        { params },
      )
      .pipe(map(({ events, next }) => ({ items: events, next })));
  }
}
