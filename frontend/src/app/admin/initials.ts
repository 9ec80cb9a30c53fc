import { Component, computed, input } from '@angular/core';

/** A round picture of a person's initials; decorative, because the name stands beside it. */
@Component({
  selector: 'app-initials',
  template: `{{ letters() }}`,
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      justify-content: center;
      inline-size: 2.5rem;
      block-size: 2.5rem;
      border-radius: 50%;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      font: var(--mat-sys-title-medium);
      overflow: hidden;
    }
  `,
})
export class Initials {
  /** A name or an e-mail address. */
  readonly of = input.required<string>();
  protected readonly letters = computed(() => initialsOf(this.of()));
}

/**
 * Returns the first letters of the first and the last word, or of the only one; empty if there is no letter.
 */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/u).map((word) => /\p{L}/u.exec(word)?.[0] ?? '');
  const letters = words.filter((letter) => letter !== '');
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
  return `${letters[0] ?? ''}${last}`.toUpperCase();
}
