import { DOCUMENT, DestroyRef, afterEveryRender, inject } from '@angular/core';
import { beginningOf } from '../ui/heading-above';

/** Where reading can go on. */
const LANDINGS = 'h1, h2, h3, p[tabindex="-1"]';

/**
 * Whenever what has the focus goes away, moves the focus to the nearest place above it where reading can go on: the
 * popover it was in, else a heading, else the page. Otherwise it would fall to the top of the document, and the keyboard
 * would start again from there. Nothing is scrolled, and who has moved the focus already is right.
 */
export function keepFocus(): void {
  const document = inject(DOCUMENT);
  let last: { readonly element: Element; readonly above: readonly HTMLElement[] } | undefined;
  const arrive = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? { element: target, above: landingsAbove(target) } : undefined;
  };
  // Some browsers say so when the element is about to go, all when the person has left it.
  const leave = ({ target }: FocusEvent): void => {
    queueMicrotask(() => {
      if (last?.element === target && last.element.isConnected && isLost(document)) last = undefined;
    });
  };
  document.addEventListener('focusin', arrive);
  document.addEventListener('focusout', leave);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('focusout', leave);
  });
  afterEveryRender({
    read: () => {
      if (last === undefined || last.element.isConnected) return;
      const { above } = last;
      last = undefined;
      if (!isLost(document)) return;
      const landing = above.findLast((each) => each.isConnected) ?? beginningOf(document);
      if (landing && !landing.hasAttribute('tabindex')) landing.tabIndex = -1;
      landing?.focus({ preventScroll: true });
    },
  });
}

function isLost({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}

/** The last is the nearest. */
function landingsAbove(element: Element): readonly HTMLElement[] {
  const popover = element.closest<HTMLElement>('[popover]');
  const landings = [...element.ownerDocument.querySelectorAll<HTMLElement>(LANDINGS)].filter(
    (each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return popover ? [...landings, popover] : landings;
}
