import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '@holdfast/session';
import { pageFocus } from './page-focus';

/** A button for people who wait: asks the server at once whether it is back. */
@Component({
  selector: 'app-try-now',
  imports: [MatButton],
  template: `<button matButton="filled" type="button" (click)="tryNow()">
    <ng-container i18n="@@shell.try-again">Try again</ng-container>
  </button>`,
})
export class TryNow {
  readonly #session = inject(Session);
  readonly #focusPage = pageFocus();

  /** Asks the server. The button disappears when the server is back, so the focus moves to the page. */
  protected async tryNow(): Promise<void> {
    await this.#session.restore();
    if (this.#session.status() === 'active') this.#focusPage();
  }
}
