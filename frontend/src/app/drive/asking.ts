import { DestroyRef, Injectable, Injector, inject } from '@angular/core';
import { Feedback } from '../ui/feedback';
import { DriveFile } from './drive-file';

/**
 * Opens the dialog in which a person asks about a file. Its code is loaded at the first question. Provide it in the page: the
 * dialog closes when the page is left.
 */
@Injectable()
export class Asking {
  readonly #injector = inject(Injector);
  readonly #feedback = inject(Feedback);
  #close: (() => void) | undefined;
  #left = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#left = true;
      this.#close?.();
    });
  }

  /** Opens the dialog; `returnTo` is the address to come back to from Google. */
  async about(file: DriveFile, returnTo: string): Promise<void> {
    try {
      const { openQuestion } = await import('./file-question');
      if (!this.#left) this.#close = openQuestion(this.#injector, { file, returnTo });
    } catch {
      this.#feedback.done(
        $localize`:@@drive.ask.not-loaded:This could not be loaded. Check your connection.`,
      );
    }
  }
}
