import { ApplicationRef, DOCUMENT, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, take } from 'rxjs';

/**
 * Moves the focus to the heading of a new page, as a page load would, so that screen readers announce it and
 * the keyboard starts there. It leaves the focus on the first page, and when only the query changes, as while
 * typing a search. Back and forward lead to where the reader was, so the focus does not scroll then.
 */
export function focusNewPages(): void {
  const [router, focus] = [inject(Router), headingFocus()];
  let shown: string | undefined;
  navigationEnds()
    .pipe(takeUntilDestroyed())
    .subscribe(({ urlAfterRedirects }) => {
      const path = urlAfterRedirects.split(/[?#]/)[0];
      const back = router.lastSuccessfulNavigation()?.trigger === 'popstate';
      if (shown !== undefined && shown !== path) focus({ preventScroll: back });
      shown = path;
    });
}

/** Moves the focus to the heading of the page, at once or as soon as the page that is being opened is there. */
export function pageFocus(): () => void {
  const [router, ends, focus] = [inject(Router), navigationEnds(), headingFocus()];
  return () => {
    if (router.currentNavigation())
      ends.pipe(take(1)).subscribe(() => {
        focus();
      });
    else focus();
  };
}

function navigationEnds() {
  return inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd));
}

function headingFocus(): (options?: FocusOptions) => void {
  const [document, { injector }] = [inject(DOCUMENT), inject(ApplicationRef)];
  return (options) => {
    const focus = (): void => document.querySelector<HTMLElement>('main h1')?.focus(options);
    afterNextRender({ read: focus }, { injector });
  };
}
