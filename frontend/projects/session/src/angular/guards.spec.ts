import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { RefreshAnswer } from '@holdfast/session/core';
import { whenInRole, whenSignedIn, whenSignedOut } from './guards';
import { provideSession, withRedirects } from './provide-session';
import { Session } from './session';

@Component({ template: '' })
class Page {}

describe('Guards and redirects', () => {
  let fakes: SessionFakes;
  let router: Router;

  async function open(
    sessionId: string | undefined,
    answer?: RefreshAnswer,
    roles: readonly string[] = [],
  ): Promise<void> {
    fakes = new SessionFakes();
    fakes.server.roles = roles;
    fakes.server.answer = answer;
    fakes.server.sessionId = sessionId;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'login', component: Page, canActivate: [whenSignedOut] },
          { path: 'admin', component: Page, canMatch: [whenInRole('admin', 'owner')] },
          { path: 'admin', redirectTo: 'login' },
          { path: 'matched', component: Page, canMatch: [whenSignedIn] },
          { path: '**', component: Page, canActivate: [whenSignedIn] },
        ]),
        provideSession({}, withRedirects({ login: '/login' })),
        fakes.providers,
      ],
    });
    router = TestBed.inject(Router);
    await RouterTestingHarness.create();
  }

  it.each(['/files', '/matched'])('whenSignedInLetsIn%s', async (url) => {
    await open('s1');
    await router.navigateByUrl(url);
    expect(router.url).toBe(url);
  });

  it.each(['/files?q=a%20b', '/matched'])('whenSignedInSendsAVisitorToSignInAndBackTo%s', async (url) => {
    await open(undefined);
    await router.navigateByUrl(url);
    expect(router.parseUrl(router.url).queryParams).toEqual({ return_to: url });
  });

  it('whenSignedInTellsWhyTheSessionHasEnded', async () => {
    await open('s1', { kind: 'ended', reason: 'expired' });
    await router.navigateByUrl('/files?q=secret#part');
    expect(router.parseUrl(router.url).queryParams).toEqual({ reason: 'expired', return_to: '/files' });
  });

  it('whenSignedInWaitsForAServerThatCannotBeReached', async () => {
    await open('s1', { kind: 'unavailable', trouble: { status: 403, code: 'cross_site_request' } });
    const navigation = router.navigateByUrl('/files');
    await settle();
    expect(router.url).toBe('/');
    expect(router.currentNavigation()).not.toBeNull();
    expect(TestBed.inject(Session).trouble()).toEqual({ status: 403, code: 'cross_site_request' });
    fakes.server.answer = undefined;
    await fakes.clock.advance(1_000);
    await navigation;
    expect(router.url).toBe('/files');
    expect(TestBed.inject(Session).trouble()).toBeUndefined();
  });

  it.each([
    ['/login?return_to=%2Ffiles%3Fq%3Dx', '/files?q=x'],
    ['/login?return_to=%2F%2Felsewhere.example', '/'],
    ['/login?return_to=https:%2F%2Felsewhere.example', '/'],
    ['/login', '/'],
  ])('whenSignedOutSendsWhoIsSignedInFrom%sTo%s', async (from, to) => {
    await open('s1');
    await router.navigateByUrl(from);
    expect(router.url).toBe(to);
  });

  it('withRedirectsGoesToSignInWithTheReasonAndTheWayBack', async () => {
    await open('s1');
    await router.navigateByUrl('/files?q=secret#part');
    fakes.server.answer = { kind: 'ended', reason: 'google_revoked' };
    await TestBed.inject(Session)
      .refresh()
      .catch(() => undefined);
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=google_revoked&return_to=%2Ffiles');
    });
  });

  it('withRedirectsGoesToSignInWhenTheApplicationEndsTheSession', async () => {
    await open('s1');
    await router.navigateByUrl('/files');
    TestBed.inject(Session).end('erased');
    expect(TestBed.inject(Session).endReason()).toBe('erased');
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=erased&return_to=%2Ffiles');
    });
  });

  it('withRedirectsLeavesTheWayBackOutAfterSigningOut', async () => {
    await open('s1');
    await router.navigateByUrl('/files');
    await TestBed.inject(Session).logout();
    await vi.waitFor(() => {
      expect(router.url).toBe('/login?reason=signed_out');
    });
  });

  it('whenInRoleLetsInWithOneOfTheRoles', async () => {
    await open('s1', undefined, ['user', 'owner']);
    await router.navigateByUrl('/admin');
    expect(router.url).toBe('/admin');
  });

  it('whenInRoleTriesTheNextRouteWithoutAnyOfThem', async () => {
    await open(undefined);
    await router.navigateByUrl('/admin');
    expect(router.url).toBe('/login');
  });
});
