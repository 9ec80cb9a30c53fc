import {
  EnvironmentProviders,
  Provider,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { Broadcast } from '../browser/broadcast';
import { WebLock } from '../browser/web-lock';
import { ProactiveRefresh } from '../engine/proactive-refresh';
import {
  LOGIN_PATH,
  SESSION_CHANNEL,
  SESSION_CLOCK,
  SESSION_CONFIG,
  SESSION_ENGINE,
  SESSION_LOCK,
  SESSION_PAGE,
  SHARE_TOKEN,
  SessionConfig,
} from './config';
import { redirectAtEnd } from './redirects';

/** Something added to `provideSession`. */
export interface SessionFeature {
  /** What it adds to the injector. */
  readonly providers: readonly (Provider | EnvironmentProviders)[];
}

/**
 * The session of the application: restores it when the application starts, without holding up the first paint; guards
 * wait for the outcome. Add `sessionInterceptor` to `provideHttpClient(withInterceptors([...]))`.
 */
export function provideSession(
  config: SessionConfig = {},
  ...features: SessionFeature[]
): EnvironmentProviders {
  const complete: Required<SessionConfig> = {
    name: 'holdfast',
    api: '/api',
    refresh: '/auth/token/refresh',
    logout: '/auth/logout',
    ...config,
  };
  return makeEnvironmentProviders([
    { provide: SESSION_CONFIG, useValue: complete },
    ...features.flatMap(({ providers }) => providers),
    provideAppInitializer(() => {
      void inject(SESSION_ENGINE).start();
    }),
  ]);
}

/**
 * One refresh for all tabs, and the end of the session in all at once. Needs Web Locks and BroadcastChannel; a browser
 * that lacks them gets a session per tab.
 *
 * `shareToken` (default true) hands a new access token to the other tabs. Every document of the origin can hear it, so
 * switch it off if other applications live on the same origin; tabs then refresh one after another.
 */
export function withCrossTab({ shareToken = true }: { readonly shareToken?: boolean } = {}): SessionFeature {
  const providers: Provider[] = [{ provide: SHARE_TOKEN, useValue: shareToken }];
  if ('locks' in navigator) {
    providers.push({
      provide: SESSION_LOCK,
      useFactory: () => new WebLock(inject(SESSION_CONFIG).name, inject(SESSION_CLOCK)),
    });
  }
  if ('BroadcastChannel' in globalThis) {
    providers.push({
      provide: SESSION_CHANNEL,
      useFactory: () => new Broadcast(inject(SESSION_CONFIG).name),
    });
  }
  return { providers };
}

/**
 * Refreshes `ahead` seconds (default 30) before the access token expires, in visible tabs only. Tokens that live shorter
 * than four times that are refreshed on demand.
 */
export function withProactiveRefresh({ ahead = 30 }: { readonly ahead?: number } = {}): SessionFeature {
  const start = provideAppInitializer(() => {
    new ProactiveRefresh(
      inject(SESSION_ENGINE),
      inject(SESSION_CLOCK),
      inject(SESSION_PAGE),
      ahead * 1000,
    ).start();
  });
  return { providers: [start] };
}

/**
 * Goes to `login` when the session ends: `?reason=<code>` says why, `&return_to=<path>` where the person was, without
 * query and fragment (nothing after their own sign-out).
 */
export function withRedirects({ login }: { readonly login: string }): SessionFeature {
  const watch = provideAppInitializer(() => {
    redirectAtEnd(login);
  });
  return { providers: [{ provide: LOGIN_PATH, useValue: login }, watch] };
}
