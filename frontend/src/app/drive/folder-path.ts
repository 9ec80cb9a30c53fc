import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FolderTrail } from './folder-trail';

/** The way from all files to the folder that is shown, each step a way back. */
@Component({
  selector: 'app-folder-path',
  imports: [RouterLink],
  template: `
    <nav aria-label="Folder" i18n-aria-label="@@drive.path">
      <ol>
        <li>
          <a routerLink="/files" [queryParams]="kept()" i18n="@@drive.path.top">All files</a>
        </li>
        @for (step of steps(); track step.id) {
          <li>
            @if ($last) {
              <bdi aria-current="page">{{ step.name }}</bdi>
            } @else {
              <a routerLink="/files" [queryParams]="{ folder: step.id, sort: sort() || null }"
                ><bdi>{{ step.name }}</bdi></a
              >
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: 0.25rem;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    li + li::before {
      color: var(--mat-sys-on-surface-variant);
      content: '›' / '';
    }
    a,
    bdi[aria-current] {
      padding-block: 0.625rem;
    }
    a {
      padding-inline: 0.25rem;
    }
    bdi[aria-current] {
      padding-inline: 0.25rem;
      font-weight: 500;
    }
  `,
})
export class FolderPath {
  readonly folder = input.required<string>();
  /** The order that stays on the way back. */
  readonly sort = input('');

  readonly #trail = inject(FolderTrail);
  protected readonly steps = computed(() => this.#trail.to(this.folder()));
  protected readonly kept = computed(() => ({ sort: this.sort() || null }));
}
