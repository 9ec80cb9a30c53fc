import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Feedback } from '../ui/feedback';
import { Sessions } from './sessions';

const GONE = { status: 204, statusText: 'No Content' };

describe('Sessions', () => {
  let fakes: SessionFakes;
  let fixture: ComponentFixture<Sessions>;
  let page: HTMLElement;
  let backend: HttpTestingController;

  beforeEach(async () => {
    fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
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
    fixture = TestBed.createComponent(Sessions);
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    backend = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    TestBed.inject(MatDialog).closeAll();
  });

  async function show(...ids: string[]): Promise<void> {
    const sessions = ids.map((id) => ({
      id,
      current: id === 's1',
      created_at: '2026-03-03T10:00:00Z',
      user_agent: id === 's1' ? null : `<b>${id}</b>`,
      address: '192.0.2.1',
    }));
    backend.expectOne('/api/sessions').flush({ sessions });
    await fixture.whenStable();
  }

  function rows(): string[] {
    return [...page.querySelectorAll('app-session-row bdi')].map(({ textContent }) => textContent);
  }

  function press(words: string, within: ParentNode = page): void {
    const buttons = [...within.querySelectorAll('button')];
    buttons.find((button) => button.textContent.includes(words))?.click();
  }

  function ending(url: string): Promise<TestRequest> {
    return vi.waitFor(() => backend.expectOne({ method: 'DELETE', url }));
  }

  it('showsThisBrowserFirstAndTextsFromOutsideAsText', async () => {
    await show('s2', 's1', 's3');
    expect(rows()).toEqual(['Unknown device', '<b>s2</b>', '<b>s3</b>']);
    expect(page.querySelector('app-session-row')?.textContent).toContain('This browser');
  });

  it('endsOneAndKeepsTheFocusOnThePage', async () => {
    await show('s1', 's2', 's3');
    press('the session on <b>s2</b>');
    (await ending('/api/sessions/s2')).flush(null, GONE);
    await vi.waitFor(() => {
      // As true in an hour as now: the row stays until the page is opened again.
      expect(document.activeElement?.textContent).toBe('Signed out');
    });
    expect(rows()).toEqual(['Unknown device', '<b>s2</b>', '<b>s3</b>']);
    expect(TestBed.inject(Feedback).shown()?.text).toBe('Signed out <b>s2</b>.');
    expect(document.activeElement?.closest('app-session-row')?.querySelector('button')).toBeNull();
  });

  it('leavesNoOtherButtonWhereAnEndedOneWas', async () => {
    await show('s1', 's2', 's3');
    press('the session on <b>s2</b>');
    (await ending('/api/sessions/s2')).flush(null, GONE);
    await vi.waitFor(() => {
      expect(page.querySelector('.gone')?.textContent).toBe('Signed out');
    });
    const buttons = [...page.querySelectorAll('app-session-row')].map(
      (row) => row.querySelector('button') !== null,
    );
    expect(buttons).toEqual([true, false, true]);
  });

  it('tellsBothEndsOfASession', async () => {
    const ends = { expires_at: '2026-03-10T10:00:00Z', ends_at: '2026-04-02T10:00:00Z' };
    backend.expectOne('/api/sessions').flush({ sessions: [{ id: 's1', current: true, ...ends }] });
    await fixture.whenStable();
    expect(page.querySelector('app-session-row')?.textContent).toMatch(
      /Expires\s+April 2.*if unused\s+March 10/su,
    );
  });

  it('goesOnWhereThePageBeforeEnded', async () => {
    const session = { id: 's1', current: true };
    backend.expectOne('/api/sessions').flush({ sessions: [session], next: 'a/b' });
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    backend
      .expectOne('/api/sessions?before=a/b')
      .flush({ sessions: [{ id: 's2', current: false }], next: null });
    await fixture.whenStable();
    expect(rows()).toHaveLength(2);
  });

  it('takesASessionThatIsNotThereAnyMoreForEnded', async () => {
    await show('s1', 's2');
    press('the session on <b>s2</b>');
    (await ending('/api/sessions/s2')).flush({ code: 'not_found' }, { status: 404, statusText: 'Not Found' });
    await vi.waitFor(() => {
      expect(page.querySelector('.gone')?.textContent).toBe('Signed out');
    });
  });

  it('keepsTheSessionWhenItsEndWasNotConfirmed', async () => {
    await show('s1', 's2');
    press('the session on <b>s2</b>');
    (await ending('/api/sessions/s2')).error(new ProgressEvent('error'));
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The session may not have ended.');
    });
    expect(rows()).toHaveLength(2);
    const again = page.querySelector<HTMLButtonElement>('app-problem-notice button');
    again?.focus();
    again?.click();
    TestBed.tick();
    expect(again?.isConnected).toBe(false);
    expect(document.activeElement?.closest('button')?.textContent).toContain('the session on <b>s2</b>');
  });

  it('signsOutInsteadOfEndingItsOwn', async () => {
    await show('s1', 's2');
    press('Sign out');
    await vi.waitFor(() => {
      expect(TestBed.inject(Session).endReason()).toBe('signed_out');
    });
    backend.expectNone(() => true);
  });

  it('saysSoWhenSigningOutDidNotGetThrough', async () => {
    fakes.server.logoutWorks = false;
    await show('s1');
    press('Sign out');
    await vi.waitFor(() => {
      expect(page.textContent).toContain('The session may not have ended.');
    });
  });

  it('endsAllOthersOnceConfirmed', async () => {
    await show('s1', 's2', 's3');
    press('Sign out everywhere else');
    const question = await vi.waitFor(() => {
      const shown = document.querySelector('mat-dialog-container');
      if (!shown?.querySelector('li')) throw new Error('no dialog');
      return shown;
    });
    backend.expectNone('/api/sessions?current=false');
    press('Sign out everywhere else', question);
    (await ending('/api/sessions?current=false')).flush(null, GONE);
    await vi.waitFor(() => {
      expect(page.textContent).toContain('You are not signed in anywhere else.');
    });
    expect([...page.querySelectorAll('.gone')].map((words) => words.textContent)).toEqual([
      'Signed out',
      'Signed out',
    ]);
    expect(TestBed.inject(Feedback).shown()?.text).toBe('Signed out everywhere else.');
  });

  it('saysThatTheListCouldNotBeLoadedAndNotThatItIsEmpty', async () => {
    backend
      .expectOne('/api/sessions')
      .flush({ code: 'storage_unavailable' }, { status: 503, statusText: 'No' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('could not be loaded');
    });
    expect(page.textContent).not.toContain('You are not signed in anywhere else');
  });
});
