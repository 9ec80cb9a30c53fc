import { Component, ElementRef, effect, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { PagedList } from './paged-list';

/** Below a list that comes in pages: how much is shown, and the way to more. The focus stays here while it grows. */
@Component({
  selector: 'app-list-end',
  imports: [MatButton, MatProgressBar],
  templateUrl: './list-end.html',
  styleUrl: './list-end.scss',
})
export class ListEnd {
  readonly list = input.required<PagedList<unknown>>();
  readonly summary = input.required<string>();
  /** What the button says. */
  readonly more = input.required<string>();
  /** What the progress is of, for who does not see it. */
  readonly loading = input.required<string>();

  private readonly says = viewChild.required<ElementRef<HTMLElement>>('says');
  #asked = false;

  constructor() {
    // The last page takes the button away; the focus must not fall to the top with it.
    effect(() => {
      if (this.list().phase() !== 'ready' || !this.#asked) return;
      this.#asked = false;
      if (!this.list().hasMore()) this.says().nativeElement.focus();
    });
  }

  protected ask(): void {
    this.#asked = true;
    this.list().more();
  }
}
