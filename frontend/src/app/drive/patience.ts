import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { waited } from './waited';

/** The seconds after which the page says that it takes long, and after which it offers to wait no longer. */
const SLOW = 3;
const TOO_SLOW = 8;

/** A notice for a wait: says when it takes long, and offers to stop when it takes too long. */
@Component({
  selector: 'app-patience',
  imports: [MatButton],
  template: `
    <div class="slow" role="status">
      @if (slow()) {
        <p i18n="@@drive.slow">This takes longer than usual…</p>
      }
    </div>
    @if (tooSlow()) {
      <button class="stop" matButton="tonal" type="button" (click)="gaveUp.emit()" i18n="@@drive.stop">
        Stop
      </button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .slow:empty {
      /* It is in the page before it has words, so that screen readers announce them; it takes no room until then. */
      margin-block-end: -1rem;
    }
    p {
      margin: 0;
    }
    .stop {
      justify-self: start;
    }
    :host(.at-the-end) > * {
      justify-self: center;
    }
  `,
})
export class Patience {
  readonly busy = input.required<boolean>();
  readonly gaveUp = output();

  readonly #waited = waited(this.busy, [SLOW, TOO_SLOW]);
  protected readonly slow = computed(() => this.#waited() >= SLOW);
  protected readonly tooSlow = computed(() => this.#waited() >= TOO_SLOW);
}
