import {
  EnvironmentProviders,
  Provider,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import {
  LiveEvents,
  ProactiveRefresh,
  SILENCE,
  SessionListener,
  channelOfTabs,
  completed,
  lockOfTab,
  lockOfTabs,
} from '@holdfast/session/core';
import {
  IN_BROWSER,
  LOGIN_PATH,
  SESSION_CHANNEL,
  SESSION_CLOCK,
  SESSION_CONFIG,
  SESSION_ENGINE,
  SESSION_FEED,
  SESSION_LOCK,
  SESSION_PAGE,
  SESSION_TURN,
  SHARE_TOKEN,
  SessionConfig,
} from './config';
import { redirectAtEnd } from './redirects';
import { startSession } from './start';

/** A feature added to `provideSession`. */
export interface SessionFeature {
  /** The providers that it adds to the injector. */
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
  return makeEnvironmentProviders([
    { provide: SESSION_CONFIG, useValue: completed(config) },
    ...features.flatMap(({ providers }) => providers),
    provideAppInitializer(startSession),
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
  return {
    providers: [
      { provide: SHARE_TOKEN, useValue: shareToken },
      {
        provide: SESSION_LOCK,
        useFactory: () =>
          inject(IN_BROWSER) ? lockOfTabs(inject(SESSION_CONFIG), inject(SESSION_CLOCK)) : lockOfTab(),
      },
      {
        provide: SESSION_CHANNEL,
        useFactory: () => (inject(IN_BROWSER) ? channelOfTabs(inject(SESSION_CONFIG)) : SILENCE),
      },
    ],
  };
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
 * Listens to the server while the person is signed in, so that a page that sends no request learns at once when its
 * session ends elsewhere, and `Session.grant` tells how the grant at Google is. One tab of the browser listens and tells
 * the others: use it with `withCrossTab`. Without Web Locks no tab listens, and all else is as without this feature.
 */
export function withLiveEvents(): SessionFeature {
  const start = provideAppInitializer(() => {
    const [turn, clock, page] = [inject(SESSION_TURN), inject(SESSION_CLOCK), inject(SESSION_PAGE)];
    if (turn)
      new LiveEvents(inject(SESSION_ENGINE), { feed: inject(SESSION_FEED), turn, clock, page }).start();
  });
  return { providers: [start] };
}

/**
 * Goes to `login` when the session ends. `?reason=<code>` says why, and `&return_to=<path>` where the person was,
 * without query and fragment. After their own sign-out there is no `return_to`.
 */
export function withRedirects({ login }: { readonly login: string }): SessionFeature {
  const watch = provideAppInitializer(() => {
    redirectAtEnd(login);
  });
  return { providers: [{ provide: LOGIN_PATH, useValue: login }, watch] };
}

/**
 * Reports refreshes and ends of the session, for telemetry, and nothing secret. `listener` makes the function that is
 * told, in an injection context:
 *
 * ```ts
 * withEvents(() => {
 *   const telemetry = inject(Telemetry);
 *   return (event) => telemetry.count(event.type);
 * })
 * ```
 */
export function withEvents(listener: () => SessionListener): SessionFeature {
  const listen = provideAppInitializer(() => {
    inject(SESSION_ENGINE).listen(listener());
  });
  return { providers: [listen] };
}
