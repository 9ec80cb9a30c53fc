import { HttpClient, HttpErrorResponse, HttpParams } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { EMPTY, Observable, catchError, concatMap, expand, map, reduce, tap, throwError } from 'rxjs';
import { ListPage, PagedList } from '../ui/paged-list';
import { inPortions } from '../ui/portions';
import { DriveFile, FilePage } from './drive-file';
import { FileView, parametersOf } from './file-view';

/** The most pages that are loaded to get back to where the reader was. */
const MOST_PAGES = 20;

/** The files of one view: a search, a folder, or all of them newest first. */
@Injectable()
export class FileListing extends PagedList<DriveFile> {
  readonly #http = inject(HttpClient);
  readonly #incomplete = signal(false);
  readonly #startedOver = signal(false);
  readonly #questions = signal(false);
  #parameters: Readonly<Record<string, string>> = {};

  /** Whether Google said, for any page so far, that it did not search everything. */
  readonly incomplete = this.#incomplete.asReadonly();
  /**
   * Whether the list had to be loaded from the start again, because Google did not know its place any more.
   */
  readonly startedOver = this.#startedOver.asReadonly();

  /** Whether this installation answers questions about files. */
  readonly questions = this.#questions.asReadonly();

  /** Shows this view, as the person has left it if they come back to it. */
  show(view: FileView): void {
    this.#parameters = parametersOf(view);
    this.resume(`files ${JSON.stringify(this.#parameters)}`);
  }

  protected override idOf(file: DriveFile): string {
    return file.id;
  }

  protected override ask(next: string | undefined): Observable<ListPage<DriveFile>> {
    if (next === undefined) this.#incomplete.set(false);
    this.#startedOver.set(false);
    return this.#page(next).pipe(
      concatMap(({ files, next_page_token }) => inPortions({ items: files, next: next_page_token })),
      catchError((error: unknown) =>
        next !== undefined && isSpentPageToken(error) ? this.#fromTheStart() : throwError(() => error),
      ),
    );
  }

  #page(next: string | null | undefined): Observable<FilePage> {
    let params = new HttpParams({ fromObject: this.#parameters });
    if (next) params = params.set('pageToken', next);
    return this.#http.get<FilePage>('/api/drive/files', { params }).pipe(
      tap(({ incomplete, questions }) => {
        this.#questions.set(questions === true);
        if (incomplete === true) this.#incomplete.set(true);
      }),
    );
  }

  /**
   * Loads the list from the start: page tokens work for some hours only. The shown files stay until there are
   * more, so that readers keep their place.
   */
  #fromTheStart(): Observable<ListPage<DriveFile>> {
    const shown = this.items().length;
    let pages = 1;
    let loaded = 0;
    return this.#page(undefined).pipe(
      expand(({ files, next_page_token }) => {
        loaded += files.length;
        return next_page_token && loaded <= shown && pages++ < MOST_PAGES
          ? this.#page(next_page_token)
          : EMPTY;
      }),
      reduce((all, page) => ({ ...page, files: [...all.files, ...page.files] })),
      map(({ files, next_page_token }) => ({ items: files, next: next_page_token, replaces: true })),
      tap(() => {
        this.#startedOver.set(true);
      }),
    );
  }
}

function isSpentPageToken(error: unknown): boolean {
  if (!(error instanceof HttpErrorResponse) || error.status !== 400) return false;
  const problem: unknown = error.error;
  return (
    typeof problem === 'object' && problem !== null && 'reason' in problem && problem.reason === 'page_token'
  );
}
