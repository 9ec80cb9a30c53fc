import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { Session } from '@holdfast/session';
import { AccountProfile } from '../account/account-data';
import { failureIn } from '../problem/failure-in';
import { kept } from '../problem/kept';
import { healBySelf } from '../ui/self-healing';

/**
 * The person signed in, for the frame of all pages. The address comes with the access token, so it is known at once; the
 * name is asked for once, and again if that has failed; it stays known while the server cannot be reached.
 */
@Injectable({ providedIn: 'root' })
export class Profile {
  readonly #session = inject(Session);
  readonly #account = httpResource<AccountProfile>(() =>
    this.#session.status() === 'active' ? '/api/account' : undefined,
  );
  readonly #known = kept(this.#account);
  /**
   * Whether the person is signed in. The document stays theirs: another person gets a document of their own.
   */
  readonly #lives = computed(() => ['active', 'unreachable'].includes(this.#session.status()));

  /** The reason why the name is unknown, if it could not be fetched. */
  readonly failure = failureIn(this.#account);
  readonly name = computed(() => (this.#lives() ? (this.#known()?.name ?? undefined) : undefined));
  readonly mail = computed(() =>
    this.#lives() ? (this.#known()?.email ?? this.#session.accountName()) : undefined,
  );
  /** Whether the answer is final: the name is known, or it could not be fetched. */
  readonly settled = computed(() => this.#known() !== undefined || this.failure() !== undefined);

  constructor() {
    healBySelf(
      this.failure,
      computed(() => this.#account.hasValue()),
      () => this.#account.reload(),
    );
  }

  retry(): void {
    this.#account.reload();
  }
}
