import { DOCUMENT, Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/**
 * Moves the focus to the heading of a new page, as a page load would, so that screen readers announce it and the
 * keyboard starts there. Not on the first page, and not when only the query changes, as while typing a search.
 */
export function focusNewPages(): void {
  const [router, document, injector] = [inject(Router), inject(DOCUMENT), inject(Injector)];
  let shown: string | undefined;
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    )
    .subscribe(({ urlAfterRedirects }) => {
      const path = urlAfterRedirects.split(/[?#]/)[0];
      if (shown !== undefined && shown !== path) {
        const focus = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
        afterNextRender({ read: focus }, { injector });
      }
      shown = path;
    });
}
