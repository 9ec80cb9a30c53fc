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

/** What is asked before something that cannot be taken back. */
export interface Question {
  readonly title: string;
  /** What it means, one sentence each. */
  readonly points: readonly string[];
  /** What the button says that does it. */
  readonly yes: string;
  /** If given, it must be ticked first. */
  readonly understood?: string;
}

/** Says what something means, and closes with `true` only if the person wants it all the same. */
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
