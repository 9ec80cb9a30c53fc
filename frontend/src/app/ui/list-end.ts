import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ProblemNotice } from '../problem/problem-notice';
import { PagedList } from './paged-list';

/**
 * The end of a list that comes in pages: how much is shown, and the button for more, or why it failed. The
 * focus moves to the first of the new items, without scrolling, so that the reader goes on where the list
 * ended. `app-list-age` tells about a list that could not be refreshed.
 */
@Component({
  selector: 'app-list-end',
  imports: [MatButton, MatProgressBar, ProblemNotice],
  templateUrl: './list-end.html',
  styleUrl: './list-end.scss',
})
export class ListEnd {
  readonly list = input.required<PagedList<unknown>>();
  readonly summary = input.required<string>();
  /** The words of the button. */
  readonly more = input.required<string>();
  /** The name of the progress, for people who do not see it. */
  readonly loading = input.required<string>();
  /** The sentence after a failure to load more. */
  readonly failed = input.required<string>();
  /** The address to come back to from Google. */
  readonly returnTo = input('/');

  private readonly says = viewChild.required<ElementRef<HTMLElement>>('says');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);
  #asked = false;
  /** The number of items when more were asked for. */
  #before = 0;

  constructor() {
    // The button may disappear, with the last page or a failure; the focus must not fall to the top with it.
    effect(() => {
      const phase = this.list().phase();
      if (!this.#asked || phase === 'more' || phase === 'loading') return;
      this.#asked = false;
      afterNextRender(
        () => {
          this.#focusNew();
        },
        { injector: this.#injector },
      );
    });
  }

  protected ask(): void {
    this.#asked = true;
    this.#before = this.#itemsAbove().length;
    this.list().more();
  }

  protected retry(): void {
    this.says().nativeElement.focus({ preventScroll: true });
    this.ask();
  }

  #focusNew(): void {
    const item = this.#itemsAbove()[this.#before] ?? this.says().nativeElement;
    if (!item.hasAttribute('tabindex')) item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }

  /** Returns the items of the nearest list above this end of it. */
  #itemsAbove(): readonly HTMLElement[] {
    const end = this.#host.nativeElement;
    return [...(end.parentElement?.querySelectorAll<HTMLElement>('li') ?? [])].filter(
      (item) => item.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
  }
}
