import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withInMemoryScrolling,
} from '@angular/router';
import {
  provideSession,
  sessionInterceptor,
  withCrossTab,
  withLiveEvents,
  withProactiveRefresh,
  withRedirects,
} from '@holdfast/session';
import { routes } from './app.routes';
import { PageTitle } from './shell/page-title';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // In place of a base element: `base-uri 'none'` then holds, and injected markup cannot move our
    // addresses.
    { provide: APP_BASE_HREF, useValue: '/' },
    // `start` begins the first navigation.
    provideRouter(
      routes,
      withComponentInputBinding(),
      withDisabledInitialNavigation(),
      // Going back leads to where the reader was.
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideSession(
      { api: '/api' },
      withCrossTab({ shareToken: true }),
      withLiveEvents(),
      withProactiveRefresh({ ahead: 30 }),
      withRedirects({ login: '/login' }),
    ),
    { provide: TitleStrategy, useClass: PageTitle },
  ],
};
