import {
  Component,
  DestroyRef,
  ElementRef,
  booleanAttribute,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel, MatPrefix, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute, Router } from '@angular/router';
import { Icon } from './icon';

/** The pause in typing after which the search begins. Milliseconds. */
const TYPING_PAUSE = 300;

/**
 * A box that searches while the person types. The search goes into the address, as `q`, so that it can be
 * kept and shared.
 */
@Component({
  selector: 'app-search-box',
  imports: [Icon, MatFormField, MatIconButton, MatInput, MatLabel, MatPrefix, MatSuffix],
  templateUrl: './search-box.html',
  styleUrl: './search-box.scss',
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class SearchBox {
  /** The subject of the search, for people who do not see it. */
  readonly of = input.required<string>();
  readonly label = input.required<string>();
  /** The longest search in characters. */
  readonly longest = input.required<number>();
  /** The search in the address. */
  readonly q = input<string>();
  /** Whether the other parameters of the address stay when the search changes. */
  readonly keepsOthers = input(false, { transform: booleanAttribute });

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #query = computed(() => this.q()?.trim() ?? '');
  /**
   * The text in the box. The address replaces it only if it names another search, and never while the person
   * types.
   */
  protected readonly text = linkedSignal<string, string>({
    source: () => this.q() ?? '',
    computation: (q, before) =>
      before && (this.#typing !== undefined || before.value.trim() === q.trim()) ? before.value : q,
  });
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // A search that was about to begin must not reach the page that the person has moved on to.
    inject(DestroyRef).onDestroy(() => {
      this.#rest();
    });
  }

  /** Searches at once. */
  search(text: string): void {
    this.text.set(text);
    this.#rest();
    if (text.trim() === this.#query()) return;
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { q: text.trim() || null },
      queryParamsHandling: this.keepsOthers() ? 'merge' : '',
      // One step back leads to the list before the first search, not through every word typed since.
      replaceUrl: this.#query() !== '',
    });
  }

  /** Clears the search. The pressed button disappears, so the focus moves to where the next search begins. */
  clear(): void {
    const box = this.box().nativeElement;
    box.value = '';
    this.search('');
    box.focus();
  }

  /** Lets `/` lead to the search, as on many sites, unless the person is typing in a field. */
  protected shortcut(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, target, defaultPrevented } = event;
    if (key !== '/' || ctrlKey || altKey || metaKey || defaultPrevented) return;
    if (
      target instanceof Element &&
      target.closest(
        'input, textarea, select, [contenteditable], [role=alertdialog], [role=dialog], [role=menu]',
      )
    )
      return;
    event.preventDefault();
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.#rest();
    this.#typing = setTimeout(() => {
      this.search(text);
    }, TYPING_PAUSE);
  }

  #rest(): void {
    clearTimeout(this.#typing);
    this.#typing = undefined;
  }
}
