import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { PersonMenu } from './person-menu';

describe('PersonMenu', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<PersonMenu>;
  let element: HTMLElement;
  let backend: HttpTestingController;

  async function show(...roles: string[]): Promise<void> {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.roles = roles;
    fakes.server.accountName = 'ada@mail.example';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideSession(),
        fakes.providers,
      ],
    });
    await TestBed.inject(Session).settled();
    fixture = TestBed.createComponent(PersonMenu);
    element = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    backend = TestBed.inject(HttpTestingController);
  }

  async function answer(body: object, status = 200): Promise<void> {
    backend.expectOne('/api/account').flush(body, { status, statusText: 'Status' });
    await fixture.whenStable();
  }

  const letters = (): string | undefined =>
    element.querySelector('.avatar [aria-hidden]')?.textContent.trim();
  /** Returns the words of a screen reader. */
  const name = (): string | undefined =>
    element.querySelector('.avatar .cdk-visually-hidden')?.textContent.trim();
  const links = (): string[] => [...element.querySelectorAll('nav a')].map((each) => each.textContent.trim());

  it('knows the address from the token at once, and the name as soon as it is there', async () => {
    await show('user');
    expect(letters()).toBe('');
    expect(name()).toBe('Your account: ada@mail.example');
    await answer({ id: 'a1', name: 'Ada Okafor', email: 'ada@mail.example' });
    expect(letters()).toBe('AO');
    expect(name()).toBe('Your account: Ada Okafor');
    expect(element.querySelector('.mail')?.textContent.trim()).toBe('ada@mail.example');
  });

  it('keeps the name while the server cannot be reached, and not beyond the session', async () => {
    await show('user');
    await answer({ id: 'a1', name: 'Ada Okafor', email: 'ada@mail.example' });
    fakes.server.answer = { kind: 'unavailable', trouble: undefined };
    await fakes.clock.advance(300_000);
    await TestBed.inject(Session)
      .refresh()
      .catch(() => undefined);
    fixture.detectChanges();
    expect(TestBed.inject(Session).status()).toBe('unreachable');
    expect(letters()).toBe('AO');
    TestBed.inject(Session).end('erased');
    fixture.detectChanges();
    expect(name()).toBe('Your account');
  });

  it('says so when the name could not be had, and asks again', async () => {
    await show('user');
    await answer({ code: 'storage_unavailable' }, 503);
    await vi.waitFor(() => {
      fixture.detectChanges();
      expect(element.textContent).toContain('Your name could not be loaded.');
    });
    expect(element.querySelector('.mail')?.textContent.trim()).toBe('ada@mail.example');
    // Only an open popover can have the focus, so here it is no popover.
    element.querySelector('#person')?.removeAttribute('popover');
    element.querySelector<HTMLElement>('.trouble button')?.focus();
    element.querySelector<HTMLElement>('.trouble button')?.click();
    fixture.detectChanges();
    expect(document.activeElement?.id).toBe('person');
    await answer({ id: 'a1', name: 'Ada Okafor', email: 'ada@mail.example' });
    expect(element.textContent).not.toContain('could not be loaded');
  });

  it('shows the ways of an administrator to administrators only', async () => {
    await show('user');
    expect(links()).toEqual(['Account', 'Sessions', 'Activity']);
    TestBed.resetTestingModule();
    await show('user', 'admin');
    expect(links()).toEqual(['Account', 'Sessions', 'Activity', 'Administration', 'Check-up']);
  });

  it('signs out, and says so when that did not get through', async () => {
    await show('user');
    fakes.server.logoutWorks = false;
    element.querySelector<HTMLElement>('.sign-out')?.click();
    await vi.waitFor(() => {
      fixture.detectChanges();
      expect(element.querySelector('[role=alert]')?.textContent).toContain('you are still signed in');
    });
    fakes.server.logoutWorks = true;
    element.querySelector<HTMLElement>('.sign-out')?.click();
    await vi.waitFor(() => {
      expect(TestBed.inject(Session).endReason()).toBe('signed_out');
    });
  });
});
