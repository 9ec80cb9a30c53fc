import { Component } from '@angular/core';
import { ComponentFixture, DeferBlockBehavior, DeferBlockState, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Session, provideSession, whenSignedIn } from '@holdfast/session';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { App } from './app';
import { Feedback } from './ui/feedback';
import { installation } from './ui/installation';

@Component({ template: '<h1 tabindex="-1">Page</h1>' })
class Page {}

/** A page that takes its time. */
function loadPage(): Promise<typeof Page> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20, Page);
  });
}

describe('App', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<App>;

  beforeEach(() => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      deferBlockBehavior: DeferBlockBehavior.Manual,
      providers: [
        provideRouter([{ path: '', canActivate: [whenSignedIn], loadComponent: loadPage }]),
        provideSession(),
        fakes.providers,
      ],
    });
  });

  function alert(): string | undefined {
    TestBed.tick();
    return (fixture.nativeElement as HTMLElement).querySelector('[role=alert]')?.textContent.trim();
  }

  async function pageShown(): Promise<void> {
    await vi.waitFor(() => {
      TestBed.tick();
      expect((fixture.nativeElement as HTMLElement).querySelector('h1')?.textContent).toBe('Page');
    });
  }

  it.each([
    [undefined, 'Holdfast cannot be reached', 'check your connection'],
    [{ status: 503, code: 'storage_unavailable' }, 'Holdfast cannot be reached', 'check your connection'],
    [
      { status: 403, code: 'cross_site_request' },
      'Holdfast does not know this address',
      'at its own address',
    ],
    [{ status: 404, code: undefined }, 'Holdfast does not accept', 'Reload the page'],
  ])('whenTheServerAnswers%oSaysThat%s', async (trouble, title, advice) => {
    fakes.server.answer = { kind: 'unavailable', trouble };
    fixture = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/');
    await settle();
    expect(alert()).toMatch(new RegExp(`^${title}.*If you were signed in, you still are.*${advice}`, 's'));

    fakes.server.answer = undefined;
    await fakes.clock.advance(2_000);
    await pageShown();
    expect(alert()).toBeUndefined();
    fakes.server.answer = { kind: 'unavailable', trouble };
    await fakes.clock.advance(300_000);
    await TestBed.inject(Session)
      .refresh()
      .catch(() => undefined);
    expect(alert()).toMatch(new RegExp(`^${title}.*You have not been signed out.*${advice}`, 's'));
  });

  /** Clicks the button for another try: above a page, or in place of the first one. */
  async function tryNow(): Promise<void> {
    TestBed.tick();
    const blocks = await fixture.getDeferBlocks();
    await blocks.at(-1)?.render(DeferBlockState.Complete);
    const button = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].at(-1);
    button?.focus();
    expect(document.activeElement).toBe(button);
    fakes.server.answer = undefined;
    button?.click();
  }

  it('marksAdministrationAsCurrentOnAllItsPages', async () => {
    fakes.server.roles = ['user', 'admin'];
    TestBed.inject(Router).resetConfig([{ path: '**', component: Page }]);
    fixture = TestBed.createComponent(App);
    const marked = async (url: string): Promise<string | undefined> => {
      await TestBed.inject(Router).navigateByUrl(url);
      await pageShown();
      return (fixture.nativeElement as HTMLElement).querySelector('nav [aria-current]')?.textContent.trim();
    };
    await TestBed.inject(Session).settled();
    expect(await marked('/admin/audit')).toBe('Administration');
    expect(await marked('/admin/doctor?x=1')).toBe('Administration');
    expect(await marked('/files')).toBe('Files');
    expect(await marked('/administration')).toBeUndefined();
  });

  it('tellsTheVersionBelowThePageWhereTheServerHasToldIt', async () => {
    const footer = (): string | undefined =>
      (fixture.nativeElement as HTMLElement).querySelector('footer')?.textContent.trim();
    Object.assign(installation, { version: '1.2.3' });
    onTestFinished(() => void Object.assign(installation, { version: undefined }));
    fixture = TestBed.createComponent(App);
    TestBed.tick();
    expect(footer()).toBeUndefined();
    void TestBed.inject(Router).navigateByUrl('/');
    await pageShown();
    expect(footer()).toBe('Version 1.2.3');

    Object.assign(installation, { version: undefined });
    fixture = TestBed.createComponent(App);
    TestBed.tick();
    expect(footer()).toBeUndefined();
  });

  it.each([0, 1])('whenTheServerIsBackTheFocusGoesToThePage, place %i', async (place) => {
    if (place === 1) fakes.server.answer = { kind: 'unavailable', trouble: undefined };
    fixture = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/');
    await settle();
    if (place === 0) {
      await pageShown();
      fakes.server.answer = { kind: 'unavailable', trouble: undefined };
      await fakes.clock.advance(300_000);
      await TestBed.inject(Session)
        .refresh()
        .catch(() => undefined);
    }
    await tryNow();
    await vi.waitFor(() => {
      TestBed.tick();
      expect(document.activeElement?.textContent).toBe('Page');
    });
    expect(alert()).toBeUndefined();
  });

  it('whenTheNetworkWithholdsWhatIsMerelyConvenientNothingIsThrown', async () => {
    fakes.server.answer = { kind: 'unavailable', trouble: undefined };
    fixture = TestBed.createComponent(App);
    void TestBed.inject(Router).navigateByUrl('/');
    await settle();
    TestBed.tick();
    const blocks = await fixture.getDeferBlocks();
    expect(blocks).toHaveLength(3);
    for (const block of blocks) await block.render(DeferBlockState.Error);
  });

  it('saysWhoIsSignedInNowBeforeTheNewPersonsPageIsShown', async () => {
    fakes.note.leave('a1');
    fakes.server.account = 'e1';
    fakes.server.accountName = 'emi@mail.example';
    fixture = TestBed.createComponent(App);
    await settle();
    expect(alert()).toContain('You are now signed in as emi@mail.example');
    void TestBed.inject(Router).navigateByUrl('/');
    await pageShown();
    expect(alert()).toContain('emi@mail.example');
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.changed button')?.click();
    expect(alert()).toBeUndefined();
  });

  it('saysThatItIsAnotherPersonWhenTheyHaveNoName', async () => {
    fakes.note.leave('a1');
    fakes.server.account = 'e1';
    fakes.server.accountName = undefined;
    fixture = TestBed.createComponent(App);
    await settle();
    expect(alert()).toContain('You are now signed in as another person,');
  });

  it('takesBackWhatWasToldWhenTheSessionEnds', async () => {
    fixture = TestBed.createComponent(App);
    await settle();
    const feedback = TestBed.inject(Feedback);
    feedback.done('Downloaded “plain.txt”');
    TestBed.tick();
    expect(feedback.shown()).toBeDefined();
    TestBed.inject(Session).end('erased');
    TestBed.tick();
    expect(feedback.shown()).toBeUndefined();
  });
});
