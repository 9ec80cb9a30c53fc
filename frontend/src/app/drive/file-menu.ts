import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { Feedback } from '../ui/feedback';
import { Icon } from '../ui/icon';
import { webLink } from '../ui/links';
import { DownloadFormat, Downloads } from './downloads';
import { DriveFile } from './drive-file';
import { FILE_ICONS } from './file-icons';
import { kindOf } from './kinds';

/** One way to download a file, in words. */
interface Way {
  readonly words: string;
  readonly format: DownloadFormat | undefined;
}

const OFFICE = {
  docx: $localize`:@@drive.menu.docx:Download as Word (.docx)`,
  xlsx: $localize`:@@drive.menu.xlsx:Download as Excel (.xlsx)`,
  pptx: $localize`:@@drive.menu.pptx:Download as PowerPoint (.pptx)`,
} as const;

const PDF = $localize`:@@drive.menu.pdf:Download as PDF`;

/** All that can be done with a file. One menu serves every row: the row that opens it hands its file over. */
@Component({
  selector: 'app-file-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem],
  templateUrl: './file-menu.html',
  styles: `
    :host {
      display: none;
    }
    app-icon {
      margin-inline-end: 0.75rem;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class FileMenu {
  /** Whether this installation answers questions about files. */
  readonly questions = input(false);
  /** The file that the person wants to ask about. */
  readonly ask = output<DriveFile>();

  readonly #clipboard = inject(Clipboard);
  readonly #feedback = inject(Feedback);
  protected readonly icons = FILE_ICONS;
  protected readonly downloads = inject(Downloads);
  /** The menu, for the rows; none until the page is drawn. */
  readonly panel = viewChild(MatMenu);
  protected readonly link = (file: DriveFile): string | undefined => webLink(file.web_view_link);

  /** Returns whether the menu offers anything for this file. */
  offers(file: DriveFile): boolean {
    return this.link(file) !== undefined || this.isAnswerable(file) || this.ways(file).length > 0;
  }

  protected isAnswerable(file: DriveFile): boolean {
    return this.questions() && file.answerable === true;
  }

  protected ways(file: DriveFile): readonly Way[] {
    const { downloadable, converted, office } = kindOf(file.mime_type);
    if (!downloadable || this.downloads.isTooLarge(file)) return [];
    if (!converted) return [{ words: $localize`:@@drive.menu.download:Download`, format: undefined }];
    const pdf: Way = { words: PDF, format: 'pdf' };
    return office ? [{ words: OFFICE[office], format: undefined }, pdf] : [pdf];
  }

  protected copy(link: string): void {
    this.#feedback.done(
      this.#clipboard.copy(link)
        ? $localize`:@@drive.menu.copied:Link copied. It works for people who may see the file.`
        : $localize`:@@drive.menu.not-copied:Your browser did not let us copy the link.`,
    );
  }
}
