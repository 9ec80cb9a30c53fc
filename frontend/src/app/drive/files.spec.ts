import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FilesPage, file } from './files.fixture';

describe('Files', { timeout: 20_000 }, () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('showsNamesAsTextWhateverTheyContain', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1', '<img src=x onerror=alert(1)>')], next_page_token: null });
    await files.harness.fixture.whenStable();
    expect(page.querySelector('.list bdi')?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(page.querySelector('.list img')).toBeNull();
  });

  it('searchesOnceTypingPausesAndKeepsTheWordsInTheAddress', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')] });
    await files.harness.fixture.whenStable();
    vi.useFakeTimers();
    const box = page.querySelector('input');
    for (const text of ['b', 'bu', 'budget & more']) {
      if (box) box.value = text;
      box?.dispatchEvent(new Event('input'));
      await vi.advanceTimersByTimeAsync(299);
    }
    files.backend.expectNone(() => true);
    await vi.advanceTimersByTimeAsync(50);
    files.asked({ q: 'budget & more' }).flush({ files: [] });
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams).toEqual({
      q: 'budget & more',
    });
    await vi.advanceTimersByTimeAsync(50);
    expect(page.textContent).toContain('No file matches');
  });

  it('dropsTheAnswerToAnEarlierSearch', async () => {
    const files = await FilesPage.open('/files?q=old');
    const old = files.asked({ q: 'old' });
    await files.harness.navigateByUrl('/files?q=new');
    expect(old.cancelled).toBe(true);
    files.asked({ q: 'new' }).flush({ files: [] });
  });

  it('saysThatThereIsNothingOnlyWhenThatIsKnown', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    expect(page.textContent).toContain('Loading your files');
    expect(page.textContent).not.toContain('no files yet');
    files.asked({}).flush({ files: [] });
    await files.harness.fixture.whenStable();
    expect(page.textContent).toContain('no files yet');
  });

  it('movesTheFocusToTheHeadingWhenTheListIsAskedForAgain', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('Your files could not be loaded.');
    });
    files.press('app-problem-notice button');
    expect(page.querySelector('app-problem-notice')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Your files');
  });

  it('saysThatGoogleDidNotSearchEverywhere', async () => {
    const files = await FilesPage.open('/files?q=x');
    const page = files.element;
    files.asked({ q: 'x' }).flush({ files: [], incomplete: true });
    await files.harness.fixture.whenStable();
    expect(page.textContent).toContain('Google did not search everywhere');
  });

  it('showsTheListAsItWasLeftWhenThePersonComesBack', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')] });
    await files.harness.fixture.whenStable();
    await files.harness.navigateByUrl('/files?q=x');
    files.asked({ q: 'x' }).flush({ files: [file('2')] });
    await files.harness.fixture.whenStable();
    await files.harness.navigateByUrl('/files');
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
    files.asked({}).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      files.harness.detectChanges();
      expect(page.textContent).toContain('Could not refresh');
    });
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
  });
});
