import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '@holdfast/session';

/** Leave from waiting: asks the server at once whether it is back. */
@Component({
  selector: 'app-try-now',
  imports: [MatButton],
  template: `<button matButton="filled" type="button" (click)="tryNow()">Try now</button>`,
})
export class TryNow {
  readonly #session = inject(Session);

  protected tryNow(): void {
    void this.#session.restore();
  }
}
