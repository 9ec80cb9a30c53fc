import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { LiveSession } from './live-session';

/** The person's sessions, the most recently used first. */
@Injectable()
export class LiveSessions extends PagedList<LiveSession> {
  readonly #http = inject(HttpClient);

  protected override ask(next: string | undefined): Observable<ListPage<LiveSession>> {
    const params = next === undefined ? new HttpParams() : new HttpParams().set('before', next);
    return this.#http
      .get<{ sessions: readonly LiveSession[]; next?: string | null }>('/api/sessions', { params })
      .pipe(map(({ sessions, next }) => ({ items: sessions, next })));
  }

  protected override idOf({ id }: LiveSession): string {
    return id;
  }
}
