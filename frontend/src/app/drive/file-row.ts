import { Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenuPanel, MatMenuTrigger } from '@angular/material/menu';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { ShareInLocale, SizeInLocale, TimeInLocale } from '../ui/in-locale';
import { webLink } from '../ui/links';
import { DOWNLOAD_LIMIT, Downloads } from './downloads';
import { DriveFile, nameOf, sizeOf } from './drive-file';
import { FILE_ICONS } from './file-icons';
import { FolderTrail } from './folder-trail';
import { isFolder, kindOf } from './kinds';

/** One file: its name and kind, the way into it or to it at Google, its download, and the menu of all that can be done. */
@Component({
  selector: 'app-file-row',
  imports: [
    Icon,
    MatButton,
    MatIconButton,
    MatMenuTrigger,
    MatProgressBar,
    ProblemNotice,
    RouterLink,
    ShareInLocale,
    SizeInLocale,
    TimeInLocale,
  ],
  templateUrl: './file-row.html',
  styleUrl: './file-row.scss',
})
export class FileRow {
  readonly file = input.required<DriveFile>();
  readonly returnTo = input('/files');
  /** The menu of all rows; it gets the file as `file`. */
  readonly menu = input<MatMenuPanel | null>(null);
  /** The folder that is shown; empty for the files of all folders. */
  readonly folder = input('');
  readonly sort = input('');

  readonly #trail = inject(FolderTrail);
  private readonly button = viewChild(MatIconButton);
  protected readonly downloads = inject(Downloads);
  protected readonly icons = FILE_ICONS;
  protected readonly limit = inject(DOWNLOAD_LIMIT);
  protected readonly name = computed(() => nameOf(this.file()));
  protected readonly kind = computed(() => kindOf(this.file().mime_type));
  protected readonly isFolder = computed(() => isFolder(this.file().mime_type));
  /** The address of the list of the files in it, in the order of this list. */
  protected readonly inside = computed(() => ({ folder: this.file().id, sort: this.sort() || null }));
  protected readonly size = computed(() => sizeOf(this.file()));
  protected readonly webLink = computed(() => webLink(this.file().web_view_link));
  protected readonly download = computed(() => this.downloads.all().get(this.file().id));
  protected readonly busy = computed(() => this.download()?.phase === 'running');
  protected readonly saved = computed(() => this.download()?.phase === 'saved');
  /** The words of the download; they replace the facts while they are shown, so that no row moves. */
  protected readonly underWay = computed(() => (this.busy() || this.saved() ? this.download() : undefined));
  protected readonly failure = computed(() => this.download()?.failure);
  protected readonly downloadable = computed(
    () => this.kind().downloadable && !this.downloads.isTooLarge(this.file()),
  );
  protected readonly tooLarge = computed(
    () => this.kind().downloadable && this.downloads.isTooLarge(this.file()),
  );
  protected readonly owner = computed(() => {
    const { owned_by_me, shared_drive } = this.file();
    if (shared_drive === true) return $localize`:@@drive.owner.shared-drive:In a shared drive`;
    if (owned_by_me === true) return $localize`:@@drive.owner.you:Owned by you`;
    return owned_by_me === false ? $localize`:@@drive.owner.others:Shared with you` : '';
  });
  protected readonly action = computed(() => {
    const name = this.name();
    return this.busy()
      ? $localize`:@@drive.cancel:Cancel the download of ${name}:name:`
      : $localize`:@@drive.download:Download ${name}:name:`;
  });

  protected readonly opens = computed(() => {
    const name = this.name();
    return $localize`:@@drive.open:Open ${name}:name: in Google Drive (opens in a new tab)`;
  });
  protected readonly more = computed(() => {
    const name = this.name();
    return $localize`:@@drive.menu:More for ${name}:name:`;
  });
  protected readonly progress = computed(() => {
    const name = this.name();
    return $localize`:@@drive.progress:Download of ${name}:name:`;
  });

  /** Notes the name of the folder that the link leads to. */
  protected enter(): void {
    this.#trail.enter({ id: this.file().id, name: this.name() }, this.folder());
  }

  /**
   * Dismisses the failure. The pressed button disappears, as with `retry`, so the focus moves within the row.
   */
  protected dismiss(): void {
    this.button()?.focus();
    this.downloads.dismiss(this.file());
  }

  protected retry(): void {
    this.button()?.focus();
    this.downloads.retry(this.file());
  }
}
