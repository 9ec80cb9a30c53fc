import { Component, DOCUMENT, DestroyRef, ElementRef, effect, inject, signal } from '@angular/core';
import { Done, Feedback } from '../ui/feedback';
import { beginningOf } from '../ui/heading-above';
import { Icon } from '../ui/icon';

/** How long words stay. Milliseconds. */
const READING = 6_000;
/** The same, where something can be taken back. */
const DECIDING = 15_000;

/** The words of `Feedback`, above the bottom edge. It stands before the page in the order of the keyboard. */
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
  /** While a person is at it, it stays. */
  protected readonly held = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #document = inject(DOCUMENT);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** What had the focus before the bar. */
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

  /** The bar goes with its buttons; the reader goes on from where they came, or from the top of the page. */
  #giveBackFocus(): void {
    if (!this.#host.nativeElement.contains(this.#document.activeElement)) return;
    const landing = this.#before?.isConnected ? this.#before : beginningOf(this.#document);
    landing?.focus({ preventScroll: true });
  }
}
