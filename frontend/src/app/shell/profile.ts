import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { Session } from '@holdfast/session';
import { AccountProfile } from '../account/account-data';
import { failureIn } from '../problem/failure-in';
import { healBySelf } from '../ui/self-healing';

/**
 * The person signed in, for the frame of all pages. The address comes with the access token, so it is known at once; the
 * name is asked for once, and again if that has failed.
 */
@Injectable({ providedIn: 'root' })
export class Profile {
  readonly #session = inject(Session);
  readonly #account = httpResource<AccountProfile>(() =>
    this.#session.status() === 'active' ? '/api/account' : undefined,
  );
  readonly #known = computed(() => (this.#account.hasValue() ? this.#account.value() : undefined));

  /** Why the name is not known, if it could not be had. */
  readonly failure = failureIn(this.#account);
  readonly name = computed(() => this.#known()?.name ?? undefined);
  readonly mail = computed(() => this.#known()?.email ?? this.#session.accountName());

  constructor() {
    healBySelf(
      this.failure,
      computed(() => this.#known() !== undefined),
      () => this.#account.reload(),
    );
  }

  retry(): void {
    this.#account.reload();
  }
}
