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

/** Typing may pause this long before it is a search. Milliseconds. */
const TYPING_PAUSE = 300;

/** Searches as one types. The search goes into the address, as `q`, so it can be kept and shared. */
@Component({
  selector: 'app-search-box',
  imports: [Icon, MatFormField, MatIconButton, MatInput, MatLabel, MatPrefix, MatSuffix],
  templateUrl: './search-box.html',
  styleUrl: './search-box.scss',
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class SearchBox {
  /** What is searched, for who does not see it. */
  readonly of = input.required<string>();
  readonly label = input.required<string>();
  /** Characters. */
  readonly longest = input.required<number>();
  /** From the address. */
  readonly q = input<string>();
  /** Whether the other parameters of the address stay when the search changes. */
  readonly keepsOthers = input(false, { transform: booleanAttribute });

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #query = computed(() => this.q()?.trim() ?? '');
  /** The address is ahead of it only if it says something else, and never of who is typing. */
  protected readonly text = linkedSignal<string, string>({
    source: () => this.q() ?? '',
    computation: (q, before) =>
      before && (this.#typing !== undefined || before.value.trim() === q.trim()) ? before.value : q,
  });
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // A search that was about to begin must not reach a page the person has gone on to.
    inject(DestroyRef).onDestroy(() => {
      this.#rest();
    });
  }

  /** At once. */
  search(text: string): void {
    this.text.set(text);
    this.#rest();
    if (text.trim() === this.#query()) return;
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { q: text.trim() || null },
      queryParamsHandling: this.keepsOthers() ? 'merge' : '',
      // One step back leads to the list as it was before the first search, not through every word typed since.
      replaceUrl: this.#query() !== '',
    });
  }

  /** What was pressed for it goes away, so the focus goes to where the next search begins. */
  clear(): void {
    const box = this.box().nativeElement;
    box.value = '';
    this.search('');
    box.focus();
  }

  /** As many sites do, `/` leads to the search, unless it is being typed somewhere. */
  protected shortcut(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, target, defaultPrevented } = event;
    if (key !== '/' || ctrlKey || altKey || metaKey || defaultPrevented) return;
    if (
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable], [role=alertdialog]')
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
