import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

/** A question before an act that cannot be taken back. */
export interface Question {
  readonly title: string;
  /** The consequences, one sentence each. */
  readonly points: readonly string[];
  /** The words of the button that does it. */
  readonly yes: string;
  /** The words of a box that must be ticked first, if given. */
  readonly understood?: string;
}

/** Tells the consequences of an act, and closes with `true` only if the person wants it all the same. */
@Component({
  selector: 'app-confirmation',
  imports: [MatButton, MatCheckbox, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './confirmation.html',
  styleUrl: './confirmation.scss',
})
export class Confirmation {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
  protected readonly understood = signal(this.question.understood === undefined);
}
