import { Injectable } from '@angular/core';
import { Timeline } from '../account/timeline';

/** The events of a person's account, newest first. */
@Injectable()
export class AccountTimeline extends Timeline {
  #account = '';

  /** Starts over with that account. */
  show(account: string): void {
    this.#account = account;
    this.restart('drop');
  }

  protected override path(): string {
    return `/api/admin/accounts/${encodeURIComponent(this.#account)}/activity`;
  }
}
