import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { ActivityEvent } from './activity-words';

/** The events of the account, newest first. */
@Injectable()
export class Timeline extends PagedList<ActivityEvent> {
  readonly #http = inject(HttpClient);

  /** The path of the list. */
  protected path(): string {
    return '/api/account/activity';
  }

  protected override ask(next: string | undefined): Observable<ListPage<ActivityEvent>> {
    const params = next === undefined ? new HttpParams() : new HttpParams().set('before', next);
    return this.#http
      .get<{ events: readonly ActivityEvent[]; next?: string | null }>(this.path(), { params })
      .pipe(map(({ events, next }) => ({ items: events, next })));
  }
}
