import { FilesPage, file } from './files.fixture';

describe('Files, waited for', { timeout: 20_000 }, () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saysThatGoogleIsSlowAndWaitsNoLongerThanThePersonWants', async () => {
    vi.useFakeTimers();
    const files = await FilesPage.open();
    const page = files.element;
    const request = files.asked({});
    const after = async (seconds: number): Promise<string> => {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      files.harness.detectChanges();
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
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')] });
    await files.harness.fixture.whenStable();
    await files.harness.navigateByUrl('/files?q=x');
    files.asked({ q: 'x' }).flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      files.harness.detectChanges();
      expect(page.textContent).toContain('The search did not work. These are the results from before.');
    });
    expect(page.textContent).not.toContain('Could not refresh');
  });

  it('promisesATryOfItsOwnOnlyWhenOneIsPlanned', async () => {
    vi.useFakeTimers();
    const files = await FilesPage.open();
    const page = files.element;
    const words = async (): Promise<string> => {
      await vi.advanceTimersByTimeAsync(10);
      files.harness.detectChanges();
      return page.querySelector('app-problem-notice .wait')?.textContent.trim() ?? '';
    };
    const busy = { status: 503, statusText: 'Unavailable', headers: { 'Retry-After': '5' } };
    files.asked({}).flush({ code: 'google_unavailable' }, busy);
    expect(await words()).toBe('Tries again by itself in 5 seconds');
    await vi.advanceTimersByTimeAsync(5_100);
    files.asked({}).flush({ code: 'google_unavailable' }, busy);
    expect(await words()).toBe('You can try again in 5 seconds');
  });

  it('saysThatGoogleIsSlowAndOffersToStopWhereMoreWasAskedFor', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await files.harness.fixture.whenStable();
    vi.useFakeTimers();
    files.press('app-list-end button');
    const request = files.asked({ pageToken: 'more' });
    await vi.advanceTimersByTimeAsync(9_000);
    files.harness.detectChanges();
    const list = page.querySelector('.list');
    const [slow, stop] = [page.querySelector('.slow p'), page.querySelector<HTMLButtonElement>('.stop')];
    for (const each of [slow, stop])
      expect(
        each && list && list.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
      ).toBeTruthy();
    stop?.focus();
    stop?.click();
    await vi.advanceTimersByTimeAsync(10);
    files.harness.detectChanges();
    expect(request.cancelled).toBe(true);
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
  });
});
