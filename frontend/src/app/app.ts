import { Component, ElementRef, computed, effect, inject, signal, viewChild } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '@holdfast/session';
import { RefreshStrip } from './demo/refresh-strip';
import { FeedbackBar } from './shell/feedback-bar';
import { keepFocus } from './shell/kept-focus';
import { lostPage } from './shell/lost-page';
import { focusNewPages } from './shell/page-focus';
import { PersonMenu } from './shell/person-menu';
import { TryNow } from './shell/try-now';
import { unreachableWords } from './shell/unreachable-words';
import { Feedback } from './ui/feedback';
import { Icon } from './ui/icon';
import { installation } from './ui/installation';
import { LANGUAGES, chooseLanguage, language } from './ui/language';
import { ListMemory } from './ui/list-memory';

/**
 * The frame around every page: navigation, the person's menu, and the notice that the server cannot be
 * reached.
 */
@Component({
  selector: 'app-root',
  imports: [
    FeedbackBar,
    Icon,
    MatProgressBar,
    PersonMenu,
    RefreshStrip,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TryNow,
  ],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly installation = installation;
  protected readonly unreachable = computed(() => this.#session.status() === 'unreachable');
  protected readonly words = computed(() => unreachableWords(this.#session.trouble()));
  /** Whether to show the link to administration; the server decides who may go there. */
  protected readonly administers = computed(() => this.#session.roles().includes('admin'));
  /** Whether a page of administration is open, whichever link leads to it. */
  protected readonly administering = computed(() =>
    /^\/admin(?:[/?#]|$)/u.test(this.#router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? ''),
  );
  /** Whether any page has been shown; until then there is no page to keep on the screen. */
  protected readonly loaded = computed(() => this.#router.lastSuccessfulNavigation() !== null);
  /**
   * Whether to show the navigation. It appears with the first page at the latest, because later it would push
   * that page down.
   */
  protected readonly navigable = computed(
    () => this.#session.status() === 'active' || (this.unreachable() && this.loaded()),
  );
  protected readonly waiting = computed(
    () =>
      !this.unreachable() &&
      (this.#session.status() === 'restoring' || this.#router.currentNavigation() !== null),
  );

  /** Whether the languages have no place in a person's menu, because no person is signed in. */
  protected readonly signedOut = computed(() => ['anonymous', 'ended'].includes(this.#session.status()));
  protected readonly otherLanguages = LANGUAGES.filter((each) => each !== language());
  protected readonly speak = chooseLanguage;
  protected readonly lost = lostPage();
  /**
   * The name of the new person, if the page was loaded again because another person has signed in; until they
   * have read it.
   */
  protected readonly newPerson = computed(() =>
    this.#session.accountChanged() && !this.read()
      ? (this.#session.accountName() ?? $localize`:@@shell.changed.nameless:another person`)
      : undefined,
  );
  protected readonly read = signal(false);

  constructor() {
    focusNewPages();
    keepFocus();
    const [memory, feedback] = [inject(ListMemory), inject(Feedback)];
    // The lists and messages of a person must not outlive the session.
    effect(() => {
      if (this.#session.status() !== 'ended') return;
      memory.forget();
      feedback.dismiss();
    });
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
