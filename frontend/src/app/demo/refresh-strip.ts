import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Component, DOCUMENT, DestroyRef, inject, signal } from '@angular/core';
import { Session } from '@holdfast/session';
import { firstValueFrom } from 'rxjs';
import { Life, RefreshMeter } from './refresh-meter';

/** Milliseconds. */
const STEP = 500;
const ASK_EVERY = 3_000;

interface GrantTimes {
  readonly last_refreshed_at?: string | null;
  readonly granted_at?: string | null;
  readonly access_token_expires_at?: string | null;
}

/**
 * For demonstrations: shows how both access tokens expire and are refreshed, ours and Google's, while the
 * page stays as it is. It asks the server for the times of the grant only, which refreshes no token.
 */
@Component({
  selector: 'app-refresh-strip',
  imports: [RefreshMeter],
  template: `
    <aside i18n-aria-label="@@demo.strip" aria-label="Watch the refreshes">
      <app-refresh-meter
        [life]="ours()"
        [now]="now()"
        i18n-label="@@demo.ours"
        label="Holdfast’s access token"
      />
      <app-refresh-meter
        [life]="googles()"
        [now]="now()"
        i18n-label="@@demo.googles"
        label="Google’s access token"
        i18n-over="@@demo.googles.over"
        over="expired; refreshed when it is next needed"
      />
    </aside>
  `,
  styleUrl: './refresh-strip.scss',
})
export class RefreshStrip {
  readonly #session = inject(Session);
  readonly #http = inject(HttpClient);
  readonly #document = inject(DOCUMENT);
  protected readonly now = signal(Date.now());
  protected readonly ours = this.#session.accessTokenLife;
  protected readonly googles = signal<Life | undefined>(undefined);

  constructor() {
    const step = setInterval(() => {
      this.now.set(Date.now());
    }, STEP);
    const ask = setInterval(() => {
      void this.#ask();
    }, ASK_EVERY);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(step);
      clearInterval(ask);
    });
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#document.visibilityState === 'hidden' || this.#session.status() !== 'active') return;
    try {
      const grant = await firstValueFrom(this.#http.get<GrantTimes>('/api/google/grant'));
      this.googles.set(lifeOf(grant));
    } catch (error) {
      // The grant may exist although the server did not answer; the page itself shows the failure where it
      // matters.
      if (error instanceof HttpErrorResponse && error.status === 404) this.googles.set(undefined);
    }
  }
}

function lifeOf({ last_refreshed_at, granted_at, access_token_expires_at }: GrantTimes): Life | undefined {
  const begins = Date.parse(last_refreshed_at ?? granted_at ?? '');
  const ends = Date.parse(access_token_expires_at ?? '');
  return Number.isNaN(begins) || Number.isNaN(ends) ? undefined : { begins, ends };
}
