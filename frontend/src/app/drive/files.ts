import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel, MatPrefix, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router } from '@angular/router';
import { ProblemNotice } from '../problem/problem-notice';
import { gradually } from '../ui/gradually';
import { Icon } from '../ui/icon';
import { SizeInLocale } from '../ui/in-locale';
import { ListEnd } from '../ui/list-end';
import { DOWNLOAD_LIMIT } from './downloads';
import { FileListing } from './file-listing';
import { FileRow } from './file-row';

/** Typing may pause this long before it is a search. Milliseconds. */
const TYPING_PAUSE = 300;

/** My files: newest first, or found by their words. The search is in the address, so it can be kept and shared. */
@Component({
  selector: 'app-files',
  imports: [
    FileRow,
    Icon,
    ListEnd,
    MatButton,
    MatFormField,
    MatIconButton,
    MatInput,
    MatLabel,
    MatPrefix,
    MatProgressBar,
    MatSuffix,
    ProblemNotice,
    SizeInLocale,
  ],
  providers: [FileListing],
  templateUrl: './files.html',
  styleUrl: './files.scss',
})
export class Files {
  /** From the address. */
  readonly q = input<string>();

  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #announcer = inject(LiveAnnouncer);
  protected readonly listing = inject(FileListing);
  protected readonly rows = gradually(this.listing.items);
  protected readonly limit = inject(DOWNLOAD_LIMIT);
  protected readonly query = computed(() => this.q()?.trim() ?? '');
  protected readonly text = linkedSignal(() => this.q() ?? '');
  protected readonly returnTo = computed(() =>
    this.query() === '' ? '/files' : `/files?${new URLSearchParams({ q: this.query() }).toString()}`,
  );
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // A search that was about to begin must not reach a page the person has gone on to.
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#typing);
    });
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

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.search(text);
    }, TYPING_PAUSE);
  }

  protected search(text: string): void {
    clearTimeout(this.#typing);
    if (text.trim() === this.query()) return;
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { q: text.trim() || null },
      replaceUrl: true,
    });
  }
}
