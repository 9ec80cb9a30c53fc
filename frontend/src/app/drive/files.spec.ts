import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { DriveFile } from './drive-file';
import { Files } from './files';

function file(id: string, name = `File ${id}`): DriveFile {
  return { id, name, mime_type: 'text/plain', size: 1, owned_by_me: true, web_view_link: null };
}

describe('Files', { timeout: 20_000 }, () => {
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

  it('showsNamesAsTextWhateverTheyContain', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1', '<img src=x onerror=alert(1)>')], next_page_token: null });
    await harness.fixture.whenStable();
    expect(page.querySelector('.list bdi')?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(page.querySelector('.list img')).toBeNull();
  });

  it('showsALongPageInPortionsAndItsEndLast', async () => {
    const page = await open();
    vi.useFakeTimers();
    asked({}).flush({ files: Array.from({ length: 25 }, (_, n) => file(String(n))) });
    const shown: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      harness.detectChanges();
      const end = page.querySelector('app-list-end')?.textContent.trim() ?? 'to come';
      shown.push(`${String(page.querySelectorAll('.list li').length)}, ${end}`);
      vi.runOnlyPendingTimers();
    }
    expect(shown).toEqual(['10, to come', '20, to come', '25, 25 files']);
  });

  it('addsTheNextPageToTheList', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    asked({ pageToken: 'more' }).flush({ files: [file('2')] });
    await harness.fixture.whenStable();
    expect([...page.querySelectorAll('.list bdi')].map((name) => name.textContent)).toEqual([
      'File 1',
      'File 2',
    ]);
    expect(page.querySelector('app-list-end button')).toBeNull();
  });

  it('searchesOnceTypingPausesAndKeepsTheWordsInTheAddress', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')] });
    await harness.fixture.whenStable();
    vi.useFakeTimers();
    const box = page.querySelector('input');
    for (const text of ['b', 'bu', 'budget & more']) {
      if (box) box.value = text;
      box?.dispatchEvent(new Event('input'));
      await vi.advanceTimersByTimeAsync(299);
    }
    backend.expectNone(() => true);
    await vi.advanceTimersByTimeAsync(50);
    asked({ q: 'budget & more' }).flush({ files: [] });
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams).toEqual({
      q: 'budget & more',
    });
    await vi.advanceTimersByTimeAsync(50);
    expect(page.textContent).toContain('No file matches');
  });

  it('dropsTheAnswerToAnEarlierSearch', async () => {
    await open('/files?q=old');
    const old = asked({ q: 'old' });
    await harness.navigateByUrl('/files?q=new');
    expect(old.cancelled).toBe(true);
    asked({ q: 'new' }).flush({ files: [] });
  });

  it('saysThatThereIsNothingOnlyWhenThatIsKnown', async () => {
    const page = await open();
    expect(page.textContent).toContain('Loading your files');
    expect(page.textContent).not.toContain('no files yet');
    asked({}).flush({ files: [] });
    await harness.fixture.whenStable();
    expect(page.textContent).toContain('no files yet');
  });

  it('keepsTheListWhenTheNextPageFailsAndAsksForThatPageAgain', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    asked({ pageToken: 'more' }).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('More files could not be loaded.');
    });
    expect(page.textContent).toContain('File 1');
    page.querySelector<HTMLButtonElement>('app-problem-notice button')?.click();
    asked({ pageToken: 'more' }).flush({ files: [] });
  });

  /** Presses a button as the keyboard does. */
  function press(page: HTMLElement, button: string): void {
    const found = page.querySelector<HTMLButtonElement>(button);
    found?.focus();
    found?.click();
    harness.detectChanges();
  }

  it('keepsTheFocusAtTheEndOfTheListWhenTheNextPageFailsAndIsAskedForAgain', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await harness.fixture.whenStable();
    press(page, 'app-list-end button');
    asked({ pageToken: 'more' }).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('More files could not be loaded.');
    });
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
    press(page, 'app-problem-notice button');
    expect(page.querySelector('app-problem-notice')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
    asked({ pageToken: 'more' }).flush({ files: [file('2')] });
    await harness.fixture.whenStable();
    expect(document.activeElement?.textContent).toContain('File 2');
  });

  it('movesTheFocusToTheHeadingWhenTheListIsAskedForAgain', async () => {
    const page = await open();
    asked({}).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Your files could not be loaded.');
    });
    press(page, 'app-problem-notice button');
    expect(page.querySelector('app-problem-notice')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Your files');
  });

  it('goesOnByItselfWhenAPageIsEmptyButNotTheLast', async () => {
    const page = await open();
    asked({}).flush({ files: [], next_page_token: 'two' });
    asked({ pageToken: 'two' }).flush({ files: [], next_page_token: 'three' });
    asked({ pageToken: 'three' }).flush({ files: [file('1')] });
    await harness.fixture.whenStable();
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
  });

  it('saysThatItIsNotTheEndWhenPagesStayEmpty', async () => {
    const page = await open('/files?q=x');
    asked({ q: 'x' }).flush({ files: [], next_page_token: 'a' });
    asked({ q: 'x', pageToken: 'a' }).flush({ files: [], next_page_token: 'b' });
    asked({ q: 'x', pageToken: 'b' }).flush({ files: [], next_page_token: 'c' });
    await harness.fixture.whenStable();
    expect(page.textContent).toContain('Google has not looked through everything yet');
    page.querySelector<HTMLButtonElement>('.empty button')?.click();
    asked({ q: 'x', pageToken: 'c' });
  });

  it('saysThatGoogleDidNotSearchEverywhere', async () => {
    const page = await open('/files?q=x');
    asked({ q: 'x' }).flush({ files: [], incomplete: true });
    await harness.fixture.whenStable();
    expect(page.textContent).toContain('Google did not search everywhere');
  });

  it('startsOverWithoutLosingThePlaceWhenGoogleForgotIt', async () => {
    const page = await open();
    const names = () => [...page.querySelectorAll('.list bdi')].map(({ textContent }) => textContent);
    asked({}).flush({ files: [file('1'), file('2')], next_page_token: 'old' });
    await harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    const refused = { code: 'invalid_request', reason: 'page_token' };
    asked({ pageToken: 'old' }).flush(refused, { status: 400, statusText: 'Bad Request' });
    asked({}).flush({ files: [file('0'), file('1')], next_page_token: 'new' });
    harness.detectChanges();
    expect(names()).toEqual(['File 1', 'File 2']);
    asked({ pageToken: 'new' }).flush({ files: [file('2'), file('3')], next_page_token: 'next' });
    await harness.fixture.whenStable();
    expect(names()).toEqual(['File 0', 'File 1', 'File 2', 'File 3']);
    expect(page.textContent).toContain('loaded again from the start');
  });

  it('showsTheListAsItWasLeftWhenThePersonComesBack', async () => {
    const page = await open();
    asked({}).flush({ files: [file('1')] });
    await harness.fixture.whenStable();
    await harness.navigateByUrl('/files?q=x');
    asked({ q: 'x' }).flush({ files: [file('2')] });
    await harness.fixture.whenStable();
    await harness.navigateByUrl('/files');
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
    asked({}).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      harness.detectChanges();
      expect(page.textContent).toContain('Could not refresh');
    });
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
  });
});
