import { Injectable, signal } from '@angular/core';

/** The act that was done, and perhaps the way to take it back. */
export interface Done {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

/**
 * Tells that an act was done, at the bottom of the page that is shown: `feedback.done($localize`…`)`. Screen
 * readers are told politely. With `undo`, there is a button that takes it back, and the words stay longer.
 * They disappear by themselves, but never while the pointer or the focus is on them. A new message replaces
 * the previous one.
 *
 * Failures belong to the place where they happened, as `app-problem-notice`, and stay there.
 */
@Injectable({ providedIn: 'root' })
export class Feedback {
  readonly #shown = signal<Done | undefined>(undefined);

  /** The current message; `shell/feedback-bar` draws it. */
  readonly shown = this.#shown.asReadonly();

  /** Shows a message. Write it in the past: "Signed out 3 other sessions." `undo` is called once at most. */
  done(text: string, undo?: () => void): void {
    this.#shown.set({ text, undo });
  }

  dismiss(): void {
    this.#shown.set(undefined);
  }
}
