import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Meetings } from './meetings';

describe('Meetings', () => {
  let fixture: ComponentFixture<Meetings>;
  let page: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        new SessionFakes().providers,
      ],
    });
    fixture = TestBed.createComponent(Meetings);
    page = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
  });

  function asked(): TestRequest {
    return TestBed.inject(HttpTestingController).expectOne(
      ({ url }) => url === '/api/google/calendar/calendars/primary/events',
    );
  }

  async function refused(status: number, problem: object, words: string): Promise<void> {
    asked().flush(problem, { status, statusText: 'No' });
    await vi.waitFor(() => {
      fixture.detectChanges();
      expect(page.textContent).toContain(words);
    });
  }

  it('asksForTheNextOnesInTheOrderOfTime', () => {
    const { params } = asked().request;
    expect(Date.parse(params.get('timeMin') ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect([params.get('singleEvents'), params.get('orderBy'), params.get('maxResults')]).toEqual([
      'true',
      'startTime',
      '10',
    ]);
    expect(page.querySelector('mat-progress-bar')).not.toBeNull();
  });

  it('showsThemByDayAndTheirTextsAsText', () => {
    asked().flush({
      items: [
        {
          id: '1',
          summary: '<b>Stand-up</b>',
          start: { dateTime: '2026-12-01T09:00:00Z' },
          location: 'Room 4',
        },
        { id: '2', summary: 'Lunch', start: { dateTime: '2026-12-01T12:00:00Z' } },
        { id: '3', start: { date: '2026-12-04' } },
        { id: '4', summary: 'cancelled ones have no start' },
      ],
    });
    fixture.detectChanges();
    expect(page.querySelectorAll('h2').length).toBe(2);
    expect([...page.querySelectorAll('li bdi:first-child')].map(({ textContent }) => textContent)).toEqual([
      '<b>Stand-up</b>',
      'Lunch',
      'Without a title',
    ]);
    expect(page.textContent).toContain('Room 4');
    expect(page.textContent).toContain('All day');
    expect(page.querySelectorAll('h2')[1]?.textContent).toContain('December 4');
  });

  it('saysThatThereAreNone', () => {
    asked().flush({ items: [] });
    fixture.detectChanges();
    expect(page.textContent).toContain('No meetings ahead');
  });

  it('saysThatItIsNotSetUpHere', async () => {
    await refused(404, { code: 'not_found' }, 'is not set up here');
    expect(page.querySelector('app-problem-notice')).toBeNull();
  });

  it('offersToAllowItInPlace', async () => {
    const scope = 'https://www.googleapis.com/auth/calendar.readonly';
    const problem = {
      code: 'google_scope_missing',
      missing_scopes: [scope],
      sign_in: `/auth/login?scope=${scope}`,
    };
    await refused(403, problem, 'See your calendars');
    expect(page.querySelector('app-problem-notice a')?.textContent).toContain('Allow it at Google');
  });

  it('keepsWhatItShowsWhenTheNextAnswerFails', async () => {
    asked().flush({ items: [{ id: '1', summary: 'Stand-up', start: { dateTime: '2026-12-01T09:00:00Z' } }] });
    fixture.detectChanges();
    page.querySelector<HTMLButtonElement>('header button')?.click();
    await refused(503, { code: 'google_unavailable' }, 'Google is not answering');
    expect(page.textContent).toContain('Stand-up');
    page.querySelector<HTMLButtonElement>('app-problem-notice button')?.click();
    asked();
  });
});
