import { Component, ElementRef, effect, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ProblemNotice } from '../problem/problem-notice';
import { PagedList } from './paged-list';

/**
 * Below a list that comes in pages: how much is shown, and the way to more, or why there was none. The focus stays here
 * while the list grows.
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
  /** What the button says. */
  readonly more = input.required<string>();
  /** What the progress is of, for who does not see it. */
  readonly loading = input.required<string>();
  /** What is said when more could not be had. */
  readonly failed = input.required<string>();
  /** Where to come back to from Google. */
  readonly returnTo = input('/');

  private readonly says = viewChild.required<ElementRef<HTMLElement>>('says');
  #asked = false;

  constructor() {
    // The last page takes the button away, and so does a failure; the focus must not fall to the top with it.
    effect(() => {
      const phase = this.list().phase();
      if (!this.#asked || phase === 'more' || phase === 'loading') return;
      this.#asked = false;
      if (phase === 'failed' || !this.list().hasMore()) this.says().nativeElement.focus();
    });
  }

  protected ask(): void {
    this.#asked = true;
    this.list().more();
  }

  protected retry(): void {
    this.says().nativeElement.focus();
    this.list().retry();
  }
}
