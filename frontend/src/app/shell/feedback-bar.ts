import { Component, DOCUMENT, DestroyRef, ElementRef, effect, inject, signal } from '@angular/core';
import { Done, Feedback } from '../ui/feedback';
import { beginningOf } from '../ui/heading-above';
import { Icon } from '../ui/icon';

/** The time for which words stay. Milliseconds. */
const READING = 6_000;
/** The same for words with a way to take the act back. */
const DECIDING = 15_000;

/**
 * The words of `Feedback`, above the bottom edge. The bar stands before the page in the order of the
 * keyboard.
 */
@Component({
  selector: 'app-feedback-bar',
  imports: [Icon],
  template: `
    <div role="status">
      @if (feedback.shown(); as done) {
        <div
          class="bar"
          (pointerenter)="held.set(true)"
          (pointerleave)="held.set(false)"
          (focusin)="enter($event)"
          (focusout)="held.set(false)"
        >
          <p>{{ done.text }}</p>
          @if (done.undo) {
            <button type="button" i18n="@@shell.feedback.undo" (click)="undo(done)">Undo</button>
          }
          <button
            class="close"
            type="button"
            aria-label="Dismiss"
            i18n-aria-label="@@shell.feedback.dismiss"
            (click)="dismiss()"
          >
            <app-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './feedback-bar.scss',
  host: { '(keydown.escape)': 'dismiss()' },
})
export class FeedbackBar {
  protected readonly feedback = inject(Feedback);
  /** Whether a person uses the bar: then it stays. */
  protected readonly held = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #document = inject(DOCUMENT);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** The focused element before the bar. */
  #before: HTMLElement | undefined;

  constructor() {
    effect(() => {
      clearTimeout(this.#timer);
      const shown = this.feedback.shown();
      if (shown === undefined) {
        this.held.set(false);
        return;
      }
      if (this.held()) return;
      this.#timer = setTimeout(
        () => {
          this.feedback.dismiss();
        },
        shown.undo ? DECIDING : READING,
      );
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
    });
  }

  protected enter({ relatedTarget }: FocusEvent): void {
    this.held.set(true);
    if (this.#host.nativeElement.contains(relatedTarget as Node | null)) return;
    this.#before = relatedTarget instanceof HTMLElement ? relatedTarget : undefined;
  }

  protected dismiss(): void {
    this.#giveBackFocus();
    this.feedback.dismiss();
  }

  protected undo({ undo }: Done): void {
    this.dismiss();
    undo?.();
  }

  /**
   * Gives the focus back: the bar disappears with its buttons, and the reader goes on from where they came,
   * or from the top of the page.
   */
  #giveBackFocus(): void {
    if (!this.#host.nativeElement.contains(this.#document.activeElement)) return;
    const landing = this.#before?.isConnected ? this.#before : beginningOf(this.#document);
    landing?.focus({ preventScroll: true });
  }
}
