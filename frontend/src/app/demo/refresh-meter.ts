import { Component, computed, effect, input, signal } from '@angular/core';

/** The beginning and the end of a token's life; milliseconds of the local clock. */
export interface Life {
  readonly begins: number;
  readonly ends: number;
}

/**
 * The rest of a token's life, as a bar that refills with each refresh, and the number of refreshes that were
 * seen.
 */
@Component({
  selector: 'app-refresh-meter',
  template: `
    <span class="label">{{ label() }}</span>
    <span class="bar" aria-hidden="true"><span [style.inline-size.%]="percent()"></span></span>
    <span class="left">
      @if (life() === undefined) {
        <ng-container i18n="@@demo.meter.none">no token</ng-container>
      } @else if (seconds() > 0) {
        <ng-container i18n="@@demo.meter.left">{{ seconds() }} s left</ng-container>
      } @else {
        {{ over() }}
      }
      @if (seen() > 0) {
        &ngsp;<span class="seen" i18n="@@demo.meter.seen">{seen(), plural,
          =1 {refreshed once}
          other {refreshed {{ seen() }} times}
        }</span>
      }
    </span>
  `,
  styleUrl: './refresh-meter.scss',
})
export class RefreshMeter {
  readonly life = input.required<Life | undefined>();
  readonly now = input.required<number>();
  readonly label = input.required<string>();
  /** The text for an expired token. */
  readonly over = input('');

  protected readonly seconds = computed(() =>
    Math.max(0, Math.ceil(((this.life()?.ends ?? 0) - this.now()) / 1000)),
  );
  protected readonly percent = computed(() => {
    const life = this.life();
    if (!life) return 0;
    const share = (life.ends - this.now()) / Math.max(1, life.ends - life.begins);
    return Math.round(100 * Math.min(1, Math.max(0, share)));
  });
  protected readonly seen = signal(0);
  #end: number | undefined;

  constructor() {
    effect(() => {
      const end = this.life()?.ends;
      if (end === undefined || end === this.#end) return;
      if (this.#end !== undefined && end > this.#end) this.seen.update((count) => count + 1);
      this.#end = end;
    });
  }
}
