import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent } from '@angular/material/card';
import { RouterLink } from '@angular/router';
import { Session, sameOriginPath } from '@holdfast/session';
import { Icon } from '../ui/icon';
import { signInLink } from '../ui/links';
import { reasonWords } from './reasons';

/** What Holdfast is, what it will ask of Google and why, and the way to Google. */
@Component({
  selector: 'app-login',
  imports: [Icon, MatButton, MatCard, MatCardContent, RouterLink],
  templateUrl: './login.html',
  styleUrl: './login.scss',
})
export class Login {
  /** From the address; codes of ours, never shown themselves. */
  readonly reason = input<string>();
  /** From the address. */
  readonly return_to = input<string>();

  protected readonly session = inject(Session);
  /** A session may also end without anybody saying why. */
  protected readonly words = computed(() =>
    reasonWords(this.reason() ?? (this.session.status() === 'ended' ? 'unknown' : undefined)),
  );
  protected readonly link = computed(() => signInLink(sameOriginPath(this.return_to(), location.origin)));
}
