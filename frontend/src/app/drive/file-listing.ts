import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable, concatMap } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { inPortions } from '../ui/portions';
import { DriveFile, FilePage } from './drive-file';

/** The files of one search, or all of them newest first. */
@Injectable()
export class FileListing extends PagedList<DriveFile> {
  readonly #http = inject(HttpClient);
  #query = '';

  /** Starts over with another search. */
  show(query: string): void {
    this.#query = query;
    this.restart();
  }

  protected override ask(next: string | undefined): Observable<ListPage<DriveFile>> {
    let params = new HttpParams();
    if (this.#query !== '') params = params.set('q', this.#query);
    if (next !== undefined) params = params.set('pageToken', next);
    return this.#http
      .get<FilePage>('/api/drive/files', { params })
      .pipe(concatMap(({ files, next_page_token }) => inPortions({ items: files, next: next_page_token })));
  }
}
