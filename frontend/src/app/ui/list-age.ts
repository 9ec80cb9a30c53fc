import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { failureWords } from '../problem/failure-words';
import { Icon } from './icon';
import { timeInLocale } from './in-locale';
import { PagedList } from './paged-list';

/**
 * A notice above a list that could not be refreshed: says how old it is, and why. If a new search failed, it
 * says that the list still answers the previous search. A button tries again. Nothing is shown while the list
 * is as it should be.
 */
@Component({
  selector: 'app-list-age',
  imports: [Icon, MatButton],
  template: `
    <div role="status">
      @if (failure(); as failure) {
        <div class="notice">
          <app-icon name="warning" />
          @if (list().foreign()) {
            <p i18n="@@ui.list.foreign">
              The search did not work. These are the results from before. {{ why() }}
            </p>
          } @else {
            <p i18n="@@ui.list.stale">Could not refresh; this is from {{ time() }}. {{ why() }}</p>
          }
          <button matButton type="button" i18n="@@ui.list.stale.again" (click)="list().retry()">
            Try again
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './list-age.scss',
})
export class ListAge {
  readonly list = input.required<PagedList<unknown>>();

  protected readonly failure = computed(() => (this.list().stale() ? this.list().failure() : undefined));
  protected readonly why = computed(() => failureWords(this.failure()?.code ?? '').text);
  protected readonly time = computed(() => timeInLocale(new Date(this.list().asOf()).toISOString(), 'time'));
}
