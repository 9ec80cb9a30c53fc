import { Component, computed, input } from '@angular/core';
import { ICONS, IconName } from './icons';

/** A decorative icon in the colour and with the size of its text; the words beside it say the same. */
@Component({
  selector: 'app-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      inline-size: 1.5rem;
      block-size: 1.5rem;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: currentColor;
    }
  `,
})
export class Icon {
  readonly name = input<IconName>();
  /** In place of a name: the outline of an icon that only one page has, 24 by 24. */
  readonly outline = input<string>();
  protected readonly path = computed(() => {
    const name = this.name();
    return name === undefined ? this.outline() : ICONS[name];
  });
}
