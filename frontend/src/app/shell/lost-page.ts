import { Signal, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, NavigationStart, Router } from '@angular/router';

/**
 * The address of a page whose code could not be fetched, because the network is down or a newer version has
 * replaced it; loading the page again from the server helps in both cases.
 */
export function lostPage(): Signal<string | undefined> {
  const lost = signal<string | undefined>(undefined);
  inject(Router)
    .events.pipe(takeUntilDestroyed())
    .subscribe((event) => {
      if (event instanceof NavigationError) lost.set(event.url);
      if (event instanceof NavigationStart || event instanceof NavigationEnd) lost.set(undefined);
    });
  return lost;
}
