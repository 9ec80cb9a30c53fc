import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ProblemNotice } from '../problem/problem-notice';
import { ANNOUNCED_FOR } from '../ui/announced';
import { Icon } from '../ui/icon';
import { formatLocale } from '../ui/language';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { SearchBox } from '../ui/search-box';
import { FileListing } from './file-listing';
import { FileRow } from './file-row';
import { Patience } from './patience';

/**
 * The person's files: newest first, or found by their words. The search is in the address, so that it can be
 * kept and shared.
 */
@Component({
  selector: 'app-files',
  imports: [FileRow, Icon, ListAge, ListEnd, MatButton, MatProgressBar, Patience, ProblemNotice, SearchBox],
  providers: [FileListing],
  templateUrl: './files.html',
  styleUrl: './files.scss',
})
export class Files {
  /** The search in the address. */
  readonly q = input<string>();

  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(FileListing);
  protected readonly query = computed(() => this.q()?.trim() ?? '');
  protected readonly returnTo = computed(() =>
    this.query() === '' ? '/files' : `/files?${new URLSearchParams({ q: this.query() }).toString()}`,
  );
  protected readonly busy = computed(() => ['loading', 'more'].includes(this.listing.phase()));
  protected readonly listLabel = computed(() =>
    this.query() === ''
      ? $localize`:@@drive.list.all:Your files`
      : $localize`:@@drive.list.found:Files found`,
  );
  /** Whether the reader waits below the list. */
  protected readonly atTheEnd = computed(
    () => this.listing.phase() === 'more' && this.listing.items().length > 0,
  );
  /** The lines of the skeleton of a list. */
  protected readonly lines = [0, 1, 2, 3, 4, 5];

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => {
        this.listing.show(query);
      });
    });
    effect(() => {
      if (this.listing.phase() === 'ready') void this.#announcer.announce(this.summary(), ANNOUNCED_FOR);
    });
  }

  protected readonly summary = computed(() => {
    const shown = this.listing.items().length;
    const more = this.listing.hasMore();
    if (shown === 0) {
      if (more) return $localize`:@@drive.summary.none-yet:Nothing found so far.`;
      return this.query() === ''
        ? $localize`:@@drive.summary.none:No files.`
        : $localize`:@@drive.summary.not-found:Nothing found.`;
    }
    const count = shown.toLocaleString(formatLocale());
    if (shown === 1)
      return more
        ? $localize`:@@drive.summary.one-more:Showing 1 file`
        : $localize`:@@drive.summary.one:1 file`;
    return more
      ? $localize`:@@drive.summary.more:Showing ${count}:count: files`
      : $localize`:@@drive.summary.all:${count}:count: files`;
  });
}
