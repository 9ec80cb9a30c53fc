import { DOCUMENT, DestroyRef, afterEveryRender, inject } from '@angular/core';
import { beginningOf } from '../ui/heading-above';

/** The places where reading can go on. */
const LANDINGS = 'h1, h2, h3, p[tabindex="-1"]';

/**
 * Keeps the focus when the focused element disappears: moves it to the nearest place above where reading can
 * go on, which is the popover, else a heading, else the page. Otherwise it would fall to the top of the
 * document, and the keyboard would start again from there. The page does not scroll, and a focus that other
 * code has moved already stays.
 */
export function keepFocus(): void {
  const document = inject(DOCUMENT);
  let last: { readonly element: Element; readonly above: readonly HTMLElement[] } | undefined;
  const arrive = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? { element: target, above: landingsAbove(target) } : undefined;
  };
  // Some browsers send this event when the element is about to disappear, all when the person has left it.
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
