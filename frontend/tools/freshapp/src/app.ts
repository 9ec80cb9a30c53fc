import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ApplicationConfig, Component, computed, inject, signal } from '@angular/core';
import { RouterOutlet, Routes, provideRouter } from '@angular/router';
import {
  Session,
  endReasonText,
  provideSession,
  sessionInterceptor,
  whenInRole,
  whenSignedIn,
  withCrossTab,
  withEvents,
  withProactiveRefresh,
  withRedirects,
} from '@holdfast/session';

@Component({
  selector: 'fresh-root',
  imports: [RouterOutlet],
  template: `
    @if (session.user(); as user) {
      <p>{{ user.name }}</p>
      <button (click)="load()">Load</button>
      {{ things() }}
    } @else {
      <p>{{ ended() }}</p>
      <button (click)="session.signIn({ scopes: ['calendar'] })">Sign in</button>
    }
    <router-outlet />
  `,
})
export class App {
  readonly #http = inject(HttpClient);
  protected readonly session = inject(Session);
  protected readonly ended = computed(() =>
    endReasonText(this.session.endReason(), { idle: 'You were away.' }),
  );
  protected readonly things = signal('');

  protected load(): void {
    this.#http.get('/api/things', { responseType: 'text' }).subscribe((things) => {
      this.things.set(things);
    });
  }
}

const routes: Routes = [
  { path: 'inside', canActivate: [whenSignedIn], children: [] },
  { path: 'admin', canMatch: [whenInRole('admin')], children: [] },
];

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes),
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideSession(
      { api: ['/api', '/reports'] },
      withCrossTab(),
      withProactiveRefresh(),
      withRedirects({ login: '/' }),
      withEvents(() => ({ type }) => {
        console.debug(type);
      }),
    ),
  ],
};
