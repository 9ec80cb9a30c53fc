import { DestroyRef, Injectable, inject } from '@angular/core';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Confirmation, Question } from './confirmation';

/** Asks before something grave. Provide it in the component that asks: when that goes, so does the question. */
@Injectable()
export class Confirmations {
  readonly #dialog = inject(MatDialog);
  #open: MatDialogRef<Confirmation, boolean> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#open?.close(false));
  }

  /** Whether the person wants it. */
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
