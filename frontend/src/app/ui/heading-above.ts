/**
 * Moves the focus to the nearest heading above, without scrolling. Call it before the focused element
 * disappears, because the focus would otherwise fall to the top of the document. Does nothing if there is no
 * heading.
 */
export function focusHeadingAbove(element: HTMLElement): void {
  for (let part = element.parentElement; part; part = part.parentElement) {
    const heading = [...part.querySelectorAll<HTMLElement>('h1, h2, h3')]
      .filter((each) => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      .at(-1);
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return;
  }
}

/** Returns the beginning of the page: its heading, else all of it. */
export function beginningOf(document: Document): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
}
