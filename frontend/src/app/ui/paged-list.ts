import { DestroyRef, computed, inject, signal } from '@angular/core';
import { Observable, Subscription } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';

/** `loading`: the first page is not all there yet. `more`: the next page is on its way. */
export type ListPhase = 'loading' | 'ready' | 'more' | 'failed';

/** One page, and what to ask for the next one with. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null | undefined;
  /** Whether the rest of this page follows by itself. */
  readonly partial?: boolean;
}

/** A list that comes page after page. A page that fails leaves the ones before it alone, and can be asked for again. */
export abstract class PagedList<T> {
  readonly #items = signal<readonly T[]>([]);
  readonly #phase = signal<ListPhase>('loading');
  readonly #failure = signal<Failure | undefined>(undefined);
  readonly #next = signal<string | undefined>(undefined);
  #running: Subscription | undefined;

  readonly items = this.#items.asReadonly();
  readonly phase = this.#phase.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly hasMore = computed(() => this.#next() !== undefined);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#running?.unsubscribe());
  }

  /** Asks for the page that `next` leads to, or for the first one. */
  protected abstract ask(next: string | undefined): Observable<ListPage<T>>;

  /** Starts over; what was running is dropped. */
  restart(): void {
    this.#items.set([]);
    this.#next.set(undefined);
    this.#load('loading');
  }

  more(): void {
    if (this.hasMore() && this.#phase() !== 'more') this.#load('more');
  }

  /** Asks again for the page that failed. */
  retry(): void {
    this.#load(this.#items().length === 0 ? 'loading' : 'more');
  }

  #load(phase: 'loading' | 'more'): void {
    this.#running?.unsubscribe();
    this.#phase.set(phase);
    this.#failure.set(undefined);
    const running = this.ask(this.#next()).subscribe({
      next: ({ items, next, partial = false }) => {
        this.#items.update((before) => [...before, ...items]);
        if (partial) return;
        this.#next.set(next ?? undefined);
        this.#phase.set('ready');
      },
      error: async (error: unknown) => {
        const failure = await failureOf(error);
        if (this.#running !== running) return;
        // The page goes away with the session; there is nothing to tell.
        this.#failure.set(failure.code === 'signed_out' ? undefined : failure);
        this.#phase.set('failed');
      },
    });
    this.#running = running;
  }
}
