import { httpResource } from '@angular/common/http';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { failureOf } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { signInLink } from '../ui/links';
import { GrantHealth } from './account-data';
import { grantWords, lastFailureWords, scopeWords } from './grant-words';

const ICON = { good: 'check', trouble: 'warning', bad: 'error' } as const;

/** How my connection to Google is, in plain words, with its times. */
@Component({
  selector: 'app-grant-health',
  imports: [
    Icon,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatProgressBar,
    ProblemNotice,
    TimeInLocale,
  ],
  templateUrl: './grant-health.html',
  styleUrl: './grant-health.scss',
})
export class GrantHealthCard {
  readonly #announcer = inject(LiveAnnouncer);
  protected readonly grant = httpResource<GrantHealth>(() => '/api/google/grant');
  protected readonly failure = resource({
    params: () => this.grant.error(),
    loader: ({ params }) => failureOf(params),
  });
  protected readonly known = computed(() => (this.grant.hasValue() ? this.grant.value() : undefined));
  protected readonly words = computed(() => grantWords(this.known()?.status ?? ''));
  protected readonly icon = computed(() => ICON[this.words().tone]);
  protected readonly allowed = computed(() => scopeWords(this.known()?.scopes ?? []));
  protected readonly missing = computed(() => scopeWords(this.known()?.missing_scopes ?? []));
  protected readonly trouble = computed(() => {
    const failure = this.known()?.last_failure;
    return failure ? { at: failure.at, words: lastFailureWords(failure.code) } : undefined;
  });
  protected readonly signIn = signInLink('/account');

  protected check(): void {
    this.grant.reload();
    void this.#announcer.announce('Asking how the connection is.');
  }
}
