import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { AdminAccount } from './admin-account';

/** The search, the filters and the order of accounts; an empty value is not sent. */
export interface AccountQuery {
  readonly q: string;
  readonly grant: string;
  readonly disabled: string;
  readonly frozen: string;
  readonly sort: string;
}

/** The accounts of one search, or all of them. */
@Injectable()
export class AccountListing extends PagedList<AdminAccount> {
  readonly #http = inject(HttpClient);
  #query: AccountQuery = { q: '', grant: '', disabled: '', frozen: '', sort: '' };

  /** Shows the accounts of a query, as the person has left them if they come back to it. */
  show(query: AccountQuery): void {
    this.#query = query;
    this.resume(`accounts ${JSON.stringify(query)}`);
  }

  protected override idOf({ id }: AdminAccount): string {
    return id;
  }

  protected override ask(next: string | undefined): Observable<ListPage<AdminAccount>> {
    const params = new HttpParams({ fromObject: given({ ...this.#query, before: next ?? '' }) });
    return this.#http
      .get<{ accounts: readonly AdminAccount[]; next?: string | null }>('/api/admin/accounts', { params })
      .pipe(map(({ accounts, next }) => ({ items: accounts, next })));
  }
}

/** Returns the parameters that have a value. */
export function given(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}
