import { Observable, concatMap, delay, of, range } from 'rxjs';
import { ListPage } from './paged-list';

/** The number of items that fills a telephone. */
const PORTION = 10;
/** Milliseconds in which the previous portion gets on the screen. */
const PAUSE = 32;

/**
 * The page in portions, the first at once and each other one after the previous one is on the screen: a page
 * drawn in one go would noticeably hang on a telephone.
 */
export function inPortions<T>({ items, next }: ListPage<T>): Observable<ListPage<T>> {
  const count = Math.max(1, Math.ceil(items.length / PORTION));
  return range(count).pipe(
    concatMap((n) => {
      const portion = items.slice(n * PORTION, (n + 1) * PORTION);
      const page = of({ items: portion, next, partial: n < count - 1 });
      return n === 0 ? page : page.pipe(delay(PAUSE));
    }),
  );
}
