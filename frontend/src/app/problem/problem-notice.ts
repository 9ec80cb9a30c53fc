import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { CONSENT, ConsentOutcome, SessionEndedError } from '@holdfast/session';
import { focusHeadingAbove } from '../ui/heading-above';
import { Icon } from '../ui/icon';
import { offeredSignInLink, webLink } from '../ui/links';
import { scopeWords } from '../ui/scopes';
import { consentWords } from './consent-words';
import { Failure } from './failure';
import { failureWords } from './failure-words';

/**
 * Tells which action failed and why, and offers a way on: try again (if that may help; by loading the page
 * again where only that helps), allow access, or open the file at Google. Errors, warnings and information
 * look different.
 */
@Component({
  selector: 'app-problem-notice',
  imports: [Icon, MatButton],
  templateUrl: './problem-notice.html',
  styleUrl: './problem-notice.scss',
  host: { '[class]': 'words().level' },
})
export class ProblemNotice {
  readonly failure = input.required<Failure>();
  /** The sentence about the action that failed: "Your files could not be loaded." */
  readonly what = input.required<string>();
  /** The address to come back to from Google. */
  readonly returnTo = input('/');
  /** Whether the next try comes by itself when the wait is over. */
  readonly heals = input(false);
  readonly retry = output();

  readonly #consent = inject(CONSENT);
  readonly #document = inject(DOCUMENT);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #now = signal(Date.now());
  protected readonly words = computed(() => failureWords(this.failure().code, this.failure().reason));
  protected readonly icon = computed(() => this.words().level);
  protected readonly seconds = computed(() =>
    Math.max(0, Math.ceil((this.failure().retryAt - this.#now()) / 1000)),
  );
  protected readonly signIn = computed(() => offeredSignInLink(this.failure().signIn, this.returnTo()));
  protected readonly missing = computed(() => scopeWords(this.failure().missingScopes));
  protected readonly webLink = computed(() => webLink(this.failure().webViewLink));

  /** Whether a window is at Google for the permission. */
  protected readonly asking = signal(false);
  readonly #outcome = signal<ConsentOutcome<unknown> | undefined>(undefined);
  protected readonly answer = computed(() => consentWords(this.#outcome()));

  constructor() {
    let timer: ReturnType<typeof setInterval> | undefined;
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
    effect(() => {
      const { retryAt } = this.failure();
      clearInterval(timer);
      this.#now.set(Date.now());
      if (retryAt <= Date.now()) return;
      timer = setInterval(() => {
        this.#now.set(Date.now());
        if (Date.now() >= retryAt) clearInterval(timer);
      }, 500);
    });
  }

  /**
   * Asks in a window of its own, so that this page stays as it is; where the browser forbids that, this page goes to Google.
   * A click that is to open a tab or a window is left to the browser.
   */
  protected async allow(click: MouseEvent): Promise<void> {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    if (this.asking()) return;
    const { missingScopes: missing_scopes, signIn: sign_in } = this.failure();
    this.asking.set(true);
    this.#outcome.set(undefined);
    try {
      const outcome = await this.#consent({ missing_scopes, sign_in }, () => {
        this.again();
        return Promise.resolve();
      });
      this.#outcome.set(outcome);
    } catch (error) {
      // The page goes away with the session.
      if (!(error instanceof SessionEndedError)) throw error;
    } finally {
      this.asking.set(false);
    }
  }

  /**
   * Tries again. The notice disappears with its button; listeners may know a better place for the focus than
   * the heading.
   */
  protected again(): void {
    focusHeadingAbove(this.#host.nativeElement);
    this.retry.emit();
  }

  protected reload(): void {
    this.#document.location.reload();
  }
}
