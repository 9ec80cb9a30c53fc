import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { GrantHealthCard } from './grant-health';

describe('GrantHealthCard', () => {
  let fixture: ComponentFixture<GrantHealthCard>;
  let page: HTMLElement;
  let backend: HttpTestingController;

  beforeEach(async () => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideSession(), fakes.providers],
    });
    await TestBed.inject(Session).settled();
    fixture = TestBed.createComponent(GrantHealthCard);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    backend = TestBed.inject(HttpTestingController);
    backend.expectOne('/api/google/grant').flush({ status: 'scope_short' });
    await fixture.whenStable();
  });

  function button(words: string): HTMLButtonElement {
    const found = [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
    if (!found) throw new Error(`no button says ${words}`);
    return found;
  }

  it('keepsWhatIsShownWhenNeitherGoogleNorTheServerCanBeAsked', async () => {
    const refused = { status: 503, statusText: 'Unavailable' };
    button('Check with Google').click();
    backend.expectOne('/api/google/grant/check').flush({ code: 'google_unavailable' }, refused);
    (await vi.waitFor(() => backend.expectOne('/api/google/grant'))).flush(
      { code: 'storage_unavailable' },
      refused,
    );
    await vi.waitFor(() => {
      expect(page.textContent).toContain('could not be checked');
    });
    await fixture.whenStable();
    expect(page.textContent).toContain('A permission is missing');
    button('Check with Google');
    button('Disconnect');
  });

  it('forgetsAConnectionThatIsGone', async () => {
    button('Check with Google').click();
    const gone = { status: 404, statusText: 'Not Found' };
    backend.expectOne('/api/google/grant/check').flush({ code: 'not_found' }, gone);
    (await vi.waitFor(() => backend.expectOne('/api/google/grant'))).flush({ code: 'not_found' }, gone);
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Connect at Google');
    });
    expect(page.textContent).not.toContain('A permission is missing');
  });

  it.each([
    ['blocked_by_policy', 'outlined'],
    ['client_rejected', 'outlined'],
    ['revoked', 'filled'],
  ])('whenItIs%sTheWayToGoogleIs%s', async (status, appearance) => {
    button('Check with Google').click();
    backend.expectOne('/api/google/grant/check').flush({ status });
    await fixture.whenStable();
    const link = page.querySelector('a');
    expect(
      link?.classList.contains(`mat-mdc-${appearance === 'filled' ? 'unelevated' : 'outlined'}-button`),
    ).toBe(true);
  });

  it('saysThatGoogleWasNotAskedAgainWhenThePreviousAnswerIsShownOnceMore', async () => {
    const check = async (checked_at: string): Promise<void> => {
      button('Check with Google').click();
      backend.expectOne('/api/google/grant/check').flush({ status: 'active', checked_at });
      await fixture.whenStable();
    };
    const told = 'asked only a few seconds ago';
    await check('2026-03-03T10:00:00Z');
    expect(page.textContent).not.toContain(told);
    await check('2026-03-03T10:00:00Z');
    expect(page.textContent).toContain(told);
    await check('2026-03-03T10:00:11Z');
    expect(page.textContent).not.toContain(told);
  });

  it('tellsACheckOnce', () => {
    expect(page.querySelector('[role=status]')).toBeNull();
  });
});
