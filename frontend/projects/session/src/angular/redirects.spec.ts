import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { SessionFakes, settle } from '@holdfast/session/testing';
import type { Mock } from 'vitest';
import { whenSignedIn, whenSignedOut } from './guards';
import { provideSession, withRedirects } from './provide-session';
import { Session } from './session';

@Component({ template: '' })
class Page {}

describe('withRedirects', () => {
  let fakes: SessionFakes;
  let router: Router;
  let session: Session;
  let load: { resolve: (page: typeof Page) => void; reject: (error: Error) => void };
  let lazy: Mock<() => Promise<typeof Page>>;
  let loadLogin: () => Promise<typeof Page>;

  beforeEach(async () => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    const chunk = new Promise<typeof Page>((resolve, reject) => (load = { resolve, reject }));
    chunk.catch(() => undefined);
    lazy = vi.fn(() => chunk);
    loadLogin = () => Promise.resolve(Page);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'login', loadComponent: () => loadLogin(), canActivate: [whenSignedOut] },
          { path: 'lazy', loadComponent: lazy, canActivate: [whenSignedIn] },
          { path: '**', component: Page, canActivate: [whenSignedIn] },
        ]),
        provideSession({}, withRedirects({ login: '/login' })),
        fakes.providers,
      ],
    });
    router = TestBed.inject(Router);
    session = TestBed.inject(Session);
    await session.settled();
  });

  /** Ends the session while the code of the first page is still being loaded. */
  async function endWhileLoading(): Promise<void> {
    router.navigateByUrl('/lazy').catch(() => undefined);
    await vi.waitFor(() => {
      expect(lazy).toHaveBeenCalled();
    });
    session.end('expired');
    await settle();
    expect(router.url).toBe('/');
  }

  it('endWhenTheFirstNavigationIsStillLoadingThenGoesToSignInAfterIt', async () => {
    await endWhileLoading();
    load.resolve(Page);
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=expired&return_to=%2Flazy');
    });
  });

  it('endWhenTheFirstNavigationFailsAfterwardsThenGoesToSignIn', async () => {
    await endWhileLoading();
    load.reject(new Error('404'));
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=expired&return_to=%2Flazy');
    });
  });

  it('endWhenTheFirstNavigationHasFailedThenGoesToSignIn', async () => {
    load.reject(new Error('404'));
    await router.navigateByUrl('/lazy').catch(() => undefined);
    session.end('expired');
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=expired&return_to=%2Flazy');
    });
  });

  it('endWhenTheGuardsOfTheFirstNavigationLeadToSignInThenTheyDecide', async () => {
    session.end('expired');
    await router.navigateByUrl('/files');
    await settle();
    expect(router.url).toBe('/login?reason=expired&return_to=%2Ffiles');
    expect(fakes.page.opened).toEqual([]);
  });

  it('endWhenTheSignInPageCannotBeLoadedThenLoadsTheDocumentAnew', async () => {
    await router.navigateByUrl('/files');
    loadLogin = () => Promise.reject(new Error('404'));
    session.end('expired');
    await vi.waitFor(() => {
      expect(fakes.page.opened).toEqual(['/login?reason=expired&return_to=%2Ffiles']);
    });
  });

  it('endWhenTheFirstPageIsASignInPageThatCannotBeLoadedThenDoesNotLoadAgainAndAgain', async () => {
    session.end('expired');
    loadLogin = () => Promise.reject(new Error('404'));
    await router.navigateByUrl('/login').catch(() => undefined);
    await settle();
    expect(fakes.page.opened).toEqual([]);
  });
});
