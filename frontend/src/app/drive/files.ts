import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { ANNOUNCED_FOR } from '../ui/announced';
import { Icon } from '../ui/icon';
import { formatLocale } from '../ui/language';
import { ListAge } from '../ui/list-age';
import { ListEnd } from '../ui/list-end';
import { SearchBox } from '../ui/search-box';
import { Asking } from './asking';
import { FileListing } from './file-listing';
import { FileMenu } from './file-menu';
import { FileRow } from './file-row';
import { KINDS, SORTS, parametersOf, viewIn } from './file-view';
import { FolderPath } from './folder-path';
import { Patience } from './patience';

/**
 * The person's files: of all folders or of one, of all kinds or of one, in the order the person likes, or found by their
 * words. What is shown is in the address, so that it can be kept and shared, and that the way back leads through it.
 */
@Component({
  selector: 'app-files',
  imports: [
    FileMenu,
    FileRow,
    FolderPath,
    Icon,
    ListAge,
    ListEnd,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    MatProgressBar,
    Patience,
    ProblemNotice,
    SearchBox,
  ],
  providers: [Asking, FileListing],
  templateUrl: './files.html',
  styleUrl: './files.scss',
})
export class Files {
  /** The search in the address. */
  readonly q = input<string>();
  /** The folder in the address; the next two inputs come from there as well. */
  readonly folder = input<string>();
  readonly kind = input<string>();
  readonly sort = input<string>();

  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  protected readonly asking = inject(Asking);
  protected readonly kinds = KINDS;
  protected readonly sorts = SORTS;
  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(FileListing);
  protected readonly view = computed(
    () => viewIn({ q: this.q(), folder: this.folder(), kind: this.kind(), sort: this.sort() }),
    { equal: (before, after) => JSON.stringify(before) === JSON.stringify(after) },
  );
  protected readonly query = computed(() => this.view().query);
  protected readonly returnTo = computed(() => {
    const parameters = new URLSearchParams(parametersOf(this.view())).toString();
    return parameters === '' ? '/files' : `/files?${parameters}`;
  });
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
      const view = this.view();
      untracked(() => {
        this.listing.show(view);
      });
    });
    effect(() => {
      if (this.listing.phase() === 'ready') void this.#announcer.announce(this.summary(), ANNOUNCED_FOR);
    });
  }

  /** Shows another kind or order; the way back leads to the list as it was. */
  protected choose(name: 'kind' | 'sort', code: string): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { [name]: code || null },
      queryParamsHandling: 'merge',
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
