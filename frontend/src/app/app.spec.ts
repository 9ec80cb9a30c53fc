import { ComponentFixture, DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Session, provideSession, whenSignedIn } from '@holdfast/session';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { App } from './app';

describe('App', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<App>;

  beforeEach(() => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [
        provideRouter([{ path: '', canActivate: [whenSignedIn], children: [] }]),
        provideSession(),
        fakes.providers,
      ],
    });
  });

  function alert(): string | undefined {
    TestBed.tick();
    return (fixture.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent.trim();
  }

  it.each([
    [undefined, 'Holdfast cannot be reached', 'check your connection'],
    [{ status: 503, code: 'storage_unavailable' }, 'Holdfast cannot be reached', 'check your connection'],
    [
      { status: 403, code: 'cross_site_request' },
      'Holdfast does not know this address',
      'open it at its own address',
    ],
    [{ status: 404, code: undefined }, 'Holdfast does not accept', 'Load the page again'],
  ])('whenTheServerAnswers%oSaysThat%s', async (trouble, title, advice) => {
    fakes.server.answer = { kind: 'unavailable', trouble };
    fixture = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/');
    await settle();
    expect(alert()).toMatch(new RegExp(`^${title}.*If you were signed in, you still are.*${advice}`, 's'));

    fakes.server.answer = undefined;
    await fakes.clock.advance(2_000);
    await vi.waitFor(() => {
      expect(alert()).toBeUndefined();
    });
    fakes.server.answer = { kind: 'unavailable', trouble };
    await fakes.clock.advance(300_000);
    await TestBed.inject(Session)
      .refresh()
      .catch(() => undefined);
    expect(alert()).toMatch(new RegExp(`^${title}.*You have not been signed out.*${advice}`, 's'));
  });
});
