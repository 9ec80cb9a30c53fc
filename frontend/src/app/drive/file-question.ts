import { Clipboard } from '@angular/cdk/clipboard';
import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { countInLocale } from '../ui/in-locale';
import { Answers, LONGEST_QUESTION } from './answers';
import { DriveFile, nameOf } from './drive-file';
import { endWords } from './end-words';

/** The file of a question, and the address to come back to from Google. */
export interface QuestionAbout {
  readonly file: DriveFile;
  readonly returnTo: string;
}

/** `writing`: the answer is on its way. `stopped`: the person stopped it. */
type Phase = 'none' | 'writing' | 'done' | 'stopped' | 'failed';

/** Opens the dialog, and returns what closes it. */
export function openQuestion(injector: Injector, data: QuestionAbout): () => void {
  const open = injector.get(MatDialog).open<FileQuestion, QuestionAbout>(FileQuestion, {
    data,
    width: '44rem',
    maxWidth: 'min(44rem, 100vw - 2rem)',
    autoFocus: 'textarea',
  });
  return () => {
    open.close();
  };
}

/** Asks about a file, and shows the answer as it is written. Question and answer are in memory only, and the answer is text. */
@Component({
  selector: 'app-file-question',
  imports: [
    CdkTextareaAutosize,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatProgressBar,
    ProblemNotice,
  ],
  templateUrl: './file-question.html',
  styleUrl: './file-question.scss',
})
export class FileQuestion {
  readonly #answers = inject(Answers);
  readonly #clipboard = inject(Clipboard);
  readonly #about = inject<QuestionAbout>(MAT_DIALOG_DATA);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly reply = viewChild<ElementRef<HTMLElement>>('reply');
  #running: AbortController | undefined;

  protected readonly longest = LONGEST_QUESTION;
  protected readonly returnTo = this.#about.returnTo;
  readonly #name = nameOf(this.#about.file);
  protected readonly title = $localize`:@@drive.ask.title:Ask about “${this.#name}:name:”`;
  protected readonly question = signal('');
  protected readonly left = computed(() => countInLocale(LONGEST_QUESTION - this.question().length));
  protected readonly phase = signal<Phase>('none');
  protected readonly answer = signal('');
  protected readonly failure = signal<Failure | undefined>(undefined);
  readonly #reason = signal('');
  protected readonly copied = signal(false);
  /** The note on an answer that is not whole. */
  protected readonly end = computed(() => endWords(this.#reason(), this.answer() !== ''));
  protected readonly writing = computed(() => this.phase() === 'writing');
  protected readonly askable = computed(() => !this.writing() && this.question().trim() !== '');
  protected readonly asked = computed(() => this.phase() !== 'none');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#running?.abort());
  }

  protected async ask(): Promise<void> {
    if (!this.askable()) return;
    const running = new AbortController();
    this.#running = running;
    this.answer.set('');
    this.failure.set(undefined);
    this.#reason.set('');
    this.copied.set(false);
    this.phase.set('writing');
    for await (const part of this.#answers.ask(this.#about.file.id, this.question().trim(), running.signal)) {
      if (running.signal.aborted) break;
      switch (part.kind) {
        case 'text':
          this.answer.update((text) => text + part.text);
          break;
        case 'done':
          this.#reason.set(part.reason);
          this.phase.set('done');
          break;
        case 'failed':
          // The page goes away with the session.
          if (part.failure.code === 'signed_out') return;
          this.failure.set(part.failure);
          this.phase.set('failed');
          break;
      }
    }
  }

  /** Stops the answer; what has been written stays. */
  protected stop(): void {
    this.#running?.abort();
    this.phase.set('stopped');
    this.box().nativeElement.focus();
  }

  protected copy(): void {
    this.copied.set(this.#clipboard.copy(this.answer()));
    // The person can still mark the text and copy it.
    if (!this.copied()) this.reply()?.nativeElement.focus();
  }

  /** Lets Ctrl and Enter ask, as in most boxes of several lines. */
  protected key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.ask();
  }
}
