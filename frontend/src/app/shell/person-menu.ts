import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '@holdfast/session';
import { initials } from '../account/account-data';
import { Icon } from '../ui/icon';
import { installation } from '../ui/installation';
import { LANGUAGES, chooseLanguage, language } from '../ui/language';
import { Theme, chooseTheme, chosenTheme } from '../ui/theme';
import { Profile } from './profile';

/**
 * The menu of the person who is signed in, on every page: the account, the language and the look of the
 * pages, and signing out. It is a popover of the browser itself: Escape and a click elsewhere close it, and
 * the focus returns.
 */
@Component({
  selector: 'app-person-menu',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
})
export class PersonMenu {
  readonly #session = inject(Session);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly profile = inject(Profile);
  protected readonly installation = installation;
  protected readonly languages = LANGUAGES;
  protected readonly spoken = language();
  protected readonly theme = signal(chosenTheme());
  protected readonly themes: readonly { readonly code: Theme; readonly words: string }[] = [
    { code: 'system', words: $localize`:@@shell.theme.system:System` },
    { code: 'light', words: $localize`:@@shell.theme.light:Light` },
    { code: 'dark', words: $localize`:@@shell.theme.dark:Dark` },
  ];
  /** The letters appear with the name: the e-mail address may give other ones. */
  protected readonly initials = computed(() =>
    this.profile.settled()
      ? initials({ id: '', name: this.profile.name() ?? null, email: this.profile.mail() ?? null })
      : '',
  );
  protected readonly label = computed(() => {
    const who = this.profile.name() ?? this.profile.mail();
    return who === undefined
      ? $localize`:@@shell.person.unknown:Your account`
      : $localize`:@@shell.person:Your account: ${who}:name:`;
  });
  protected readonly administers = computed(() => this.#session.roles().includes('admin'));
  protected readonly signingOut = signal(false);
  protected readonly notSignedOut = signal(false);

  /** Tries again; the button disappears, so the focus moves to the menu. */
  protected retry(): void {
    this.menu().nativeElement.focus({ preventScroll: true });
    this.profile.retry();
  }

  protected close(): void {
    this.menu().nativeElement.hidePopover();
  }

  protected speak(code: string): void {
    if (code !== this.spoken.code) chooseLanguage(code);
  }

  protected look(theme: Theme): void {
    chooseTheme(theme);
    this.theme.set(theme);
  }

  /** Ends the session in all tabs; the session library then leads to the sign-in page. */
  protected async signOut(): Promise<void> {
    if (this.signingOut()) return;
    this.signingOut.set(true);
    this.notSignedOut.set(false);
    try {
      await this.#session.logout();
    } catch {
      this.notSignedOut.set(true);
    } finally {
      this.signingOut.set(false);
    }
  }
}
