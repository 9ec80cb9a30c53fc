import { DestroyRef, Injectable, inject } from '@angular/core';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Confirmation, Question } from './confirmation';

/**
 * Asks before a grave act. Provide it in the component that asks: the question closes when that component is
 * destroyed.
 */
@Injectable()
export class Confirmations {
  readonly #dialog = inject(MatDialog);
  #open: MatDialogRef<Confirmation, boolean> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#open?.close(false));
  }

  /** Resolves with whether the person wants it. */
  async ask(question: Question): Promise<boolean> {
    this.#open = this.#dialog.open<Confirmation, Question, boolean>(Confirmation, {
      data: question,
      role: 'alertdialog',
      ariaDescribedBy: 'confirmation-points',
      maxWidth: 'min(34rem, 100vw - 2rem)',
    });
    return (await firstValueFrom(this.#open.afterClosed())) === true;
  }
}
