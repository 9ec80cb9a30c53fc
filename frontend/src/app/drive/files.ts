import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { SizeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { SearchBox } from '../ui/search-box';
import { DOWNLOAD_LIMIT } from './downloads';
import { FileListing } from './file-listing';
import { FileRow } from './file-row';

/** My files: newest first, or found by their words. The search is in the address, so it can be kept and shared. */
@Component({
  selector: 'app-files',
  imports: [FileRow, Icon, ListEnd, MatButton, MatProgressBar, ProblemNotice, SearchBox, SizeInLocale],
  providers: [FileListing],
  templateUrl: './files.html',
  styleUrl: './files.scss',
})
export class Files {
  /** From the address. */
  readonly q = input<string>();

  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(FileListing);
  protected readonly limit = inject(DOWNLOAD_LIMIT);
  protected readonly query = computed(() => this.q()?.trim() ?? '');
  protected readonly returnTo = computed(() =>
    this.query() === '' ? '/files' : `/files?${new URLSearchParams({ q: this.query() }).toString()}`,
  );

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        this.listing.show(query);
      });
    });
    effect(() => {
      if (this.listing.phase() === 'ready') void this.#announcer.announce(this.summary());
    });
  }

  protected readonly summary = computed(() => {
    const shown = this.listing.items().length;
    if (shown === 0) return this.query() === '' ? 'No files.' : 'Nothing found.';
    const files = shown === 1 ? '1 file' : `${shown.toLocaleString()} files`;
    return this.listing.hasMore() ? `${files} shown, there are more.` : `${files}, that is all.`;
  });
}
