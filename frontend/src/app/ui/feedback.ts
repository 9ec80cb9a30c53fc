import { Injectable, signal } from '@angular/core';

/** What was done, and perhaps the way back. */
export interface Done {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

/**
 * Says that something was done, at the bottom of whatever page is shown: `feedback.done($localize`…`)`. Screen readers
 * are told politely. With `undo`, there is a button that takes it back, and the words stay longer. They go by themselves,
 * but never while the pointer or the focus is on them. A new one takes the place of the one before.
 *
 * Not for failures: those belong where they happened, as `app-problem-notice`, and stay.
 */
@Injectable({ providedIn: 'root' })
export class Feedback {
  readonly #shown = signal<Done | undefined>(undefined);

  /** What is shown now; `shell/feedback-bar` draws it. */
  readonly shown = this.#shown.asReadonly();

  /** Say it in the past: "Signed out 3 other sessions." `undo` is called once at most. */
  done(text: string, undo?: () => void): void {
    this.#shown.set({ text, undo });
  }

  dismiss(): void {
    this.#shown.set(undefined);
  }
}
