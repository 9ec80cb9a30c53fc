import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Session, sameOriginPath } from '@holdfast/session';
import { Icon } from '../ui/icon';
import { installation } from '../ui/installation';
import { Prompt, consentLink, signInLink } from '../ui/links';
import { GoogleLogo } from './google-logo';
import { reasonWords } from './reasons';
import { WhatGoogleAsks } from './what-google-asks';

/** Ends that another person may have caused: the activity says from where and when. */
const BY_OTHERS = ['token_reused', 'ended_elsewhere', 'ended_by_administrator'];

/**
 * The way to Google. Newcomers read what Holdfast is and what Google will ask; returning people read why they
 * are here and the one thing that helps.
 */
@Component({
  selector: 'app-login',
  imports: [GoogleLogo, Icon, MatButton, RouterLink, WhatGoogleAsks],
  templateUrl: './login.html',
  styleUrl: './login.scss',
})
export class Login {
  /** The code in the address; it is never shown itself. */
  readonly reason = input<string>();
  /** The address to come back to, from the address. */
  readonly return_to = input<string>();

  readonly #router = inject(Router);
  protected readonly installation = installation;
  protected readonly session = inject(Session);
  /** A session may also end without a reason. */
  protected readonly words = computed(() =>
    reasonWords(this.reason() ?? (this.session.status() === 'ended' ? 'unknown' : undefined)),
  );
  protected readonly cure = computed(() => this.words()?.cure ?? 'sign-in');
  /** The link to Google. After a final refusal it asks for consent at once, instead of on a second trip. */
  protected readonly link = computed(() =>
    this.#link(this.cure() === 'consent' || this.reason() === 'google_policy' ? 'consent' : undefined),
  );
  /** The scopes that the person came from Google without, because another account was chosen there. */
  readonly #grant = httpResource<{ missing_scopes?: string[] }>(() =>
    this.reason() === 'other_account' && this.session.status() === 'active' ? '/api/google/grant' : undefined,
  );
  /** After the wrong account was chosen, a further try asks the person who is signed in; without a scope to ask for there is none. */
  protected readonly again = computed(() => {
    if (this.reason() !== 'other_account') return this.link();
    const missing = this.#grant.hasValue() ? (this.#grant.value().missing_scopes ?? []) : [];
    return missing.length > 0 ? consentLink(this.page(), missing) : undefined;
  });
  protected readonly anotherAccount = computed(() => this.#link('select_account'));
  protected readonly activity = signInLink('/activity');
  protected readonly byOthers = computed(() => BY_OTHERS.includes(this.reason() ?? ''));
  protected readonly page = computed(() => sameOriginPath(this.return_to(), location.origin));
  protected readonly back = computed(() => this.#router.parseUrl(this.page()));
  protected readonly linked = [installation.privacy, installation.terms, installation.support].some(Boolean);

  #link(prompt?: Prompt): string {
    return signInLink(this.page(), undefined, prompt);
  }
}
