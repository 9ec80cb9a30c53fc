import { Component, input } from '@angular/core';
import { StateWords } from './admin-words';

/** A state as words on a coloured ground. The words alone say it. */
@Component({
  selector: 'app-state-mark',
  template: `{{ state().words }}`,
  host: { '[class]': 'state().tone' },
  styles: `
    :host {
      display: inline-block;
      padding: 0.125rem 0.5rem;
      border-radius: 0.5rem;
      border: 1px solid transparent;
      background: var(--mat-sys-surface-container-highest);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-label-medium);
    }
    :host(.good) {
      background: var(--app-good-container);
      color: var(--app-on-good-container);
    }
    :host(.warning) {
      background: var(--app-warning-container);
      color: var(--app-on-warning-container);
    }
    :host(.bad) {
      background: var(--app-bad-container);
      color: var(--app-on-bad-container);
    }
  `,
})
export class StateMark {
  readonly state = input.required<StateWords>();
}
