import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, map } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { given } from './account-listing';

/** A person whom an entry names; only the id is left once the account is deleted. */
export interface AuditPerson {
  readonly id: string;
  readonly email?: string | null;
  readonly name?: string | null;
}

/** One act of an administrator. Its texts come from outside: show them as text only. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly admin: AuditPerson;
  readonly account?: AuditPerson | null;
  readonly session_id?: string | null;
  /** The address that Holdfast’s own was to replace as the receiver of Google’s signals. */
  readonly replaced?: string | null;
  readonly address?: string | null;
  readonly user_agent?: string | null;
}

/** The filters of entries; an empty value is not sent. */
export interface AuditQuery {
  readonly admin: string;
  readonly account: string;
  readonly type: string;
  /** `false` leaves out acts that only looked at data. */
  readonly looks: '' | 'false';
}

/** The audit trail, newest first. */
@Injectable()
export class AuditListing extends PagedList<AuditEntry> {
  readonly #http = inject(HttpClient);
  #query: AuditQuery = { admin: '', account: '', type: '', looks: '' };

  /** Shows the entries of a query, as the person has left them if they come back to it. */
  show(query: AuditQuery): void {
    this.#query = query;
    this.resume(`audit ${JSON.stringify(query)}`);
  }

  protected override idOf({ id }: AuditEntry): string {
    return id;
  }

  protected override ask(next: string | undefined): Observable<ListPage<AuditEntry>> {
    const params = new HttpParams({ fromObject: given({ ...this.#query, before: next ?? '' }) });
    return this.#http
      .get<{ entries: readonly AuditEntry[]; next?: string | null }>('/api/admin/audit', { params })
      .pipe(map(({ entries, next }) => ({ items: entries, next })));
  }
}
