import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { DriveFile } from './drive-file';
import { Files } from './files';

function file(id: string, name = `File ${id}`): DriveFile {
  return { id, name, mime_type: 'text/plain', size: 1, owned_by_me: true, web_view_link: null };
}

describe('Files, waited for', { timeout: 20_000 }, () => {
  let harness: RouterTestingHarness;
  let backend: HttpTestingController;

  async function open(url = '/files'): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        new SessionFakes().providers,
        provideRouter([{ path: 'files', component: Files }], withComponentInputBinding()),
      ],
    });
    backend = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create(url);
    await harness.fixture.whenStable().catch(() => undefined);
    return harness.fixture.nativeElement as HTMLElement;
  }

  function asked(params: Record<string, string>): TestRequest {
    return backend.expectOne(({ url, params: sent }) => {
      const pairs = sent.keys().map((key) => [key, sent.get(key)]);
      return (
        url === '/api/drive/files' && JSON.stringify(Object.fromEntries(pairs)) === JSON.stringify(params)
      );
    });
  }

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Presses a button as the keyboard does. */
  function press(page: HTMLElement, button: string): void {
    const found = page.querySelector<HTMLButtonElement>(button);
    found?.focus();
    found?.click();
    harness.detectChanges();
  }

  it('saysThatGoogleIsSlowAndWaitsNoLongerThanThePersonWants', async () => {
    vi.useFakeTimers();
    const page = await open();
    const request = asked({});
    const after = async (seconds: number): Promise<string> => {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      harness.detectChanges();
      return page.textContent;
    };
    expect(await after(2.9)).not.toContain('longer than usual');
    expect(await after(0.2)).toContain('This takes longer than usual');
    await after(5);
    page.querySelector<HTMLButtonElement>('.stop')?.click();
    expect(request.cancelled).toBe(true);
    expect(await after(0)).toContain('You stopped waiting');
  });

  it('doesNotCallTheResultsOfTheSearchBeforeOldWhenASearchFails', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')] });
    await harness.fixture.whenStable();
    await harness.navigateByUrl('/files?q=x');
    asked({ q: 'x' }).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      harness.detectChanges();
      expect(page.textContent).toContain('The search did not work. These are the results from before.');
    });
    expect(page.textContent).not.toContain('Could not refresh');
  });

  it('promisesATryOfItsOwnOnlyWhenOneIsPlanned', async () => {
    vi.useFakeTimers();
    const page = await open();
    const words = async (): Promise<string> => {
      await vi.advanceTimersByTimeAsync(10);
      harness.detectChanges();
      return page.querySelector('app-problem-notice .wait')?.textContent.trim() ?? '';
    };
    const busy = { status: 503, statusText: 'Unavailable', headers: { 'Retry-After': '5' } };
    asked({}).flush({ code: 'google_unavailable' }, busy);
    expect(await words()).toBe('Tries again by itself in 5 seconds');
    await vi.advanceTimersByTimeAsync(5_100);
    asked({}).flush({ code: 'google_unavailable' }, busy);
    expect(await words()).toBe('You can try again in 5 seconds');
  });

  it('saysThatGoogleIsSlowAndOffersToStopWhereMoreWasAskedFor', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await harness.fixture.whenStable();
    vi.useFakeTimers();
    press(page, 'app-list-end button');
    const request = asked({ pageToken: 'more' });
    await vi.advanceTimersByTimeAsync(9_000);
    harness.detectChanges();
    const list = page.querySelector('.list');
    const [slow, stop] = [page.querySelector('.slow p'), page.querySelector<HTMLButtonElement>('.stop')];
    for (const each of [slow, stop])
      expect(
        each && list && list.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).toBeTruthy();
    stop?.focus();
    stop?.click();
    await vi.advanceTimersByTimeAsync(10);
    harness.detectChanges();
    expect(request.cancelled).toBe(true);
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
  });
});
