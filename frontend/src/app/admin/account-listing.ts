import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { AdminAccount } from './admin-account';

/** The accounts of one search, or all of them, the youngest first. */
@Injectable()
export class AccountListing extends PagedList<AdminAccount> {
  readonly #http = inject(HttpClient);
  #query = '';

  /** Starts over with another search. */
  show(query: string): void {
    this.#query = query;
    this.restart();
  }

  protected override ask(next: string | undefined): Observable<ListPage<AdminAccount>> {
    let params = new HttpParams();
    if (this.#query !== '') params = params.set('q', this.#query);
    if (next !== undefined) params = params.set('before', next);
    return this.#http
      .get<{ accounts: readonly AdminAccount[]; next?: string | null }>('/api/admin/accounts', { params })
      .pipe(map(({ accounts, next }) => ({ items: accounts, next })));
  }
}
