import { HttpClient, HttpParams } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Subscription } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';
import { DriveFile, FilePage } from './drive-file';

/** `loading`: nothing to show yet. `more`: the next page is on its way. */
export type ListingPhase = 'loading' | 'ready' | 'more' | 'failed';

/** The files of one search, or all of them newest first, page after page. */
@Injectable()
export class FileListing {
  readonly #http = inject(HttpClient);
  readonly #files = signal<readonly DriveFile[]>([]);
  readonly #phase = signal<ListingPhase>('loading');
  readonly #failure = signal<Failure | undefined>(undefined);
  readonly #nextPageToken = signal<string | undefined>(undefined);
  #query = '';
  #running: Subscription | undefined;

  readonly files = this.#files.asReadonly();
  readonly phase = this.#phase.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly hasMore = computed(() => this.#nextPageToken() !== undefined);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#running?.unsubscribe());
  }

  /** Starts over with another search; what was running is dropped. */
  show(query: string): void {
    this.#query = query;
    this.#files.set([]);
    this.#nextPageToken.set(undefined);
    this.#load('loading');
  }

  more(): void {
    if (this.hasMore() && this.#phase() !== 'more') this.#load('more');
  }

  /** Asks again for the page that failed. */
  retry(): void {
    this.#load(this.#files().length === 0 ? 'loading' : 'more');
  }

  #load(phase: 'loading' | 'more'): void {
    this.#running?.unsubscribe();
    this.#phase.set(phase);
    this.#failure.set(undefined);
    let params = new HttpParams();
    if (this.#query !== '') params = params.set('q', this.#query);
    const pageToken = this.#nextPageToken();
    if (pageToken !== undefined) params = params.set('pageToken', pageToken);
    const running = this.#http.get<FilePage>('/api/drive/files', { params }).subscribe({
      next: (page) => {
        this.#files.update((files) => [...files, ...page.files]);
        this.#nextPageToken.set(page.next_page_token ?? undefined);
        this.#phase.set('ready');
      },
      error: async (error: unknown) => {
        const failure = await failureOf(error);
        if (this.#running !== running) return;
        this.#failure.set(failure);
        this.#phase.set('failed');
      },
    });
    this.#running = running;
  }
}
