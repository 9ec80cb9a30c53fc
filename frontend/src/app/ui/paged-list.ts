import { DestroyRef, Signal, computed, inject, signal } from '@angular/core';
import { Observable, Subscription } from 'rxjs';
import { Failure, failureOf, plainFailure } from '../problem/failure';
import { KeptList, ListMemory } from './list-memory';
import { healBySelf } from './self-healing';

/**
 * The phase of a list. `loading`: the first page is not complete yet. `more`: the next page is on its way.
 */
export type ListPhase = 'loading' | 'ready' | 'more' | 'failed';

/** One page, and the token for the next one. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null | undefined;
  /** Whether the rest of this page follows by itself. */
  readonly partial?: boolean;
  /** Whether the page is the list from the start, and replaces all items that are shown. */
  readonly replaces?: boolean;
}

/**
 * The number of empty pages that are passed over, unless one is the last, before the person is asked whether
 * to go on.
 */
const PASSED_OVER = 2;

type Load = 'first' | 'again' | 'more';

/**
 * A list that comes page after page. The shown items stay until there is something better: a page that fails
 * leaves the previous ones alone, and a list that is asked for again stays, `stale`, until the answer has
 * come. A failure that waiting may cure is tried again once when the server allows it, and whenever the
 * browser is online again.
 *
 * For a page: draw `items`, dimmed while `stale` (`[class.stale]`, in the global styles); put
 * `<app-list-age>` above them and `<app-list-end>` below. To find the list again after going away and back,
 * begin with `resume(key)` instead of `restart()`.
 */
export abstract class PagedList<T> {
  readonly #memory = inject(ListMemory);
  readonly #items = signal<readonly T[]>([]);
  readonly #phase = signal<ListPhase>('loading');
  readonly #failure = signal<Failure | undefined>(undefined);
  readonly #next = signal<string | undefined>(undefined);
  readonly #stale = signal(false);
  readonly #foreign = signal(false);
  readonly #asOf = signal(0);
  #key: string | undefined;
  #passedOver = 0;
  #latest = 0;
  #loads: Load = 'first';
  /** The beginning of the part that is being loaded, or that has failed. */
  #from: string | undefined;
  #running: Subscription | undefined;

  readonly items = this.#items.asReadonly();
  readonly phase = this.#phase.asReadonly();
  readonly failure = this.#failure.asReadonly();
  readonly hasMore = computed(() => this.#next() !== undefined);
  /**
   * Whether `items` belong to an earlier time or question, while the new ones are loading or could not be
   * had.
   */
  readonly stale = this.#stale.asReadonly();
  /** Whether `items` answer another question than the latest one, which is under way or has failed. */
  readonly foreign = this.#foreign.asReadonly();
  /** The time at which `items` came. Milliseconds of the local clock; 0 before there are any. */
  readonly asOf = this.#asOf.asReadonly();
  /** Whether the failed request will be repeated by itself when the server allows it. */
  readonly heals: Signal<boolean>;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#running?.unsubscribe();
      this.#remember();
    });
    const good = computed(() => this.#phase() === 'ready');
    this.heals = healBySelf(this.#failure, good, () => {
      this.retry();
    });
  }

  /** Asks for the page of `next`, or for the first one. */
  protected abstract ask(next: string | undefined): Observable<ListPage<T>>;

  /** Returns the text that tells two items apart when the list is asked for again. */
  protected idOf(item: T): string {
    return JSON.stringify(item);
  }

  /**
   * Starts over with another question; a running request is dropped. The shown items stay, `stale` and
   * `foreign`, until the first page is there. With `drop` they disappear at once: for a list that has no
   * relation to the previous one.
   */
  restart(before: 'keep' | 'drop' = 'keep'): void {
    if (before === 'drop') {
      this.#items.set([]);
      this.#asOf.set(0);
    }
    this.#foreign.set(this.#items().length > 0);
    this.#next.set(undefined);
    this.#begin('first');
  }

  /** Asks for the first page again, and keeps the pages behind it if they still follow. */
  refresh(): void {
    if (this.#items().length === 0 || this.#foreign()) this.restart();
    else this.#begin('again');
  }

  /**
   * Shows the list of that name as the person has left it, and asks for it again; starts over if there is
   * none. The list is remembered under that name until the page is loaded again or the session ends.
   */
  resume(key: string): void {
    this.#remember();
    this.#key = key;
    const kept = this.#memory.recall(key) as KeptList<T> | undefined;
    if (kept === undefined) {
      this.restart();
      return;
    }
    this.#items.set(kept.items);
    this.#next.set(kept.next);
    this.#asOf.set(kept.asOf);
    this.#foreign.set(false);
    this.#begin('again');
  }

  more(): void {
    if (this.hasMore() && this.#phase() !== 'more') this.#begin('more', this.#next());
  }

  /** Repeats the request that failed. */
  retry(): void {
    this.#begin(this.#loads, this.#from);
  }

  /** Stops waiting for the request; the person can try again. */
  stop(): void {
    if (this.#phase() !== 'loading' && this.#phase() !== 'more') return;
    this.#running?.unsubscribe();
    this.#latest++;
    this.#failure.set(plainFailure('stopped'));
    this.#phase.set('failed');
  }

  #begin(loads: Load, from?: string): void {
    this.#passedOver = 0;
    this.#load(loads, from);
  }

  #load(loads: Load, from: string | undefined): void {
    this.#running?.unsubscribe();
    const load = ++this.#latest;
    this.#loads = loads;
    this.#from = from;
    const more = loads === 'more';
    this.#phase.set(more ? 'more' : 'loading');
    this.#failure.set(undefined);
    this.#stale.set(!more && this.#items().length > 0);
    const fresh: T[] = [];
    const running = this.ask(from).subscribe({
      next: ({ items, next, partial = false, replaces = false }) => {
        fresh.push(...items);
        if (replaces) this.#items.set(items);
        else if (!this.#stale()) this.#items.update((before) => [...before, ...items]);
        if (!partial) this.#settle(loads, fresh, next ?? undefined);
      },
      error: async (error: unknown) => {
        const failure = await failureOf(error);
        if (this.#latest !== load) return;
        // The page disappears with the session, so no message is needed.
        this.#failure.set(failure.code === 'signed_out' ? undefined : failure);
        this.#phase.set('failed');
      },
    });
    // An empty page that came at once has led to the next load already.
    if (this.#latest === load) this.#running = running;
  }

  #settle(loads: Load, fresh: readonly T[], next: string | undefined): void {
    if (fresh.length === 0 && next !== undefined && this.#passedOver < PASSED_OVER) {
      this.#passedOver++;
      if (loads === 'more') this.#next.set(next);
      this.#load(loads, next);
      return;
    }
    // Without a page behind it, the first one is the whole list: other items are removed.
    const behind = loads === 'again' && next !== undefined ? this.#behind(fresh) : undefined;
    if (this.#stale()) this.#items.set([...fresh, ...(behind ?? [])]);
    if (behind === undefined) this.#next.set(next);
    this.#stale.set(false);
    this.#foreign.set(false);
    this.#asOf.set(Date.now());
    this.#phase.set('ready');
  }

  /**
   * Returns the shown items behind the last item of the new first page; `undefined` if that item was not
   * shown before. An empty page that is not the last says nothing about the shown items, so it keeps all of
   * them.
   */
  #behind(fresh: readonly T[]): readonly T[] | undefined {
    if (fresh.length === 0) return this.#items();
    const shown = this.#items().map((item) => this.idOf(item));
    const ids = fresh.map((item) => this.idOf(item));
    const at = shown.lastIndexOf(ids.at(-1) ?? '');
    if (at === -1) return undefined;
    const known = new Set(ids);
    return this.#items().filter((_, index) => index > at && !known.has(shown[index] ?? ''));
  }

  #remember(): void {
    if (this.#key === undefined || this.#asOf() === 0 || this.#foreign()) return;
    this.#memory.keep(this.#key, { items: this.#items(), next: this.#next(), asOf: this.#asOf() });
  }
}
