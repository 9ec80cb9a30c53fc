import { FilesPage, file } from './files.fixture';

describe('Files, page by page', { timeout: 20_000 }, () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('showsALongPageInPortionsAndItsEndLast', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    vi.useFakeTimers();
    files.asked({}).flush({ files: Array.from({ length: 25 }, (_, n) => file(String(n))) });
    const shown: string[] = [];
    for (let turn = 0; turn < 3; turn++) {
      files.harness.detectChanges();
      const end = page.querySelector('app-list-end')?.textContent.trim() ?? 'to come';
      shown.push(`${String(page.querySelectorAll('.list li').length)}, ${end}`);
      vi.runOnlyPendingTimers();
    }
    expect(shown).toEqual(['10, to come', '20, to come', '25, 25 files']);
  });

  it('addsTheNextPageToTheList', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await files.harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    files.asked({ pageToken: 'more' }).flush({ files: [file('2')] });
    await files.harness.fixture.whenStable();
    expect([...page.querySelectorAll('.list bdi')].map((name) => name.textContent)).toEqual([
      'File 1',
      'File 2',
    ]);
    expect(page.querySelector('app-list-end button')).toBeNull();
  });

  it('keepsTheListWhenTheNextPageFailsAndAsksForThatPageAgain', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await files.harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    files
      .asked({ pageToken: 'more' })
      .flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('More files could not be loaded.');
    });
    expect(page.textContent).toContain('File 1');
    page.querySelector<HTMLButtonElement>('app-problem-notice button')?.click();
    files.asked({ pageToken: 'more' }).flush({ files: [] });
  });

  it('keepsTheFocusAtTheEndOfTheListWhenTheNextPageFailsAndIsAskedForAgain', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [file('1')], next_page_token: 'more' });
    await files.harness.fixture.whenStable();
    files.press('app-list-end button');
    files
      .asked({ pageToken: 'more' })
      .flush({ code: 'google_error' }, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('More files could not be loaded.');
    });
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
    files.press('app-problem-notice button');
    expect(page.querySelector('app-problem-notice')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Showing 1 file');
    files.asked({ pageToken: 'more' }).flush({ files: [file('2')] });
    await files.harness.fixture.whenStable();
    expect(document.activeElement?.textContent).toContain('File 2');
  });

  it('goesOnByItselfWhenAPageIsEmptyButNotTheLast', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    files.asked({}).flush({ files: [], next_page_token: 'two' });
    files.asked({ pageToken: 'two' }).flush({ files: [], next_page_token: 'three' });
    files.asked({ pageToken: 'three' }).flush({ files: [file('1')] });
    await files.harness.fixture.whenStable();
    expect(page.querySelector('.list bdi')?.textContent).toBe('File 1');
  });

  it('saysThatItIsNotTheEndWhenPagesStayEmpty', async () => {
    const files = await FilesPage.open('/files?q=x');
    const page = files.element;
    files.asked({ q: 'x' }).flush({ files: [], next_page_token: 'a' });
    files.asked({ q: 'x', pageToken: 'a' }).flush({ files: [], next_page_token: 'b' });
    files.asked({ q: 'x', pageToken: 'b' }).flush({ files: [], next_page_token: 'c' });
    await files.harness.fixture.whenStable();
    expect(page.textContent).toContain('Google has not looked through everything yet');
    page.querySelector<HTMLButtonElement>('.empty button')?.click();
    files.asked({ q: 'x', pageToken: 'c' });
  });

  it('startsOverWithoutLosingThePlaceWhenGoogleForgotIt', async () => {
    const files = await FilesPage.open();
    const page = files.element;
    const names = () => [...page.querySelectorAll('.list bdi')].map(({ textContent }) => textContent);
    files.asked({}).flush({ files: [file('1'), file('2')], next_page_token: 'old' });
    await files.harness.fixture.whenStable();
    page.querySelector<HTMLButtonElement>('app-list-end button')?.click();
    const refused = { code: 'invalid_request', reason: 'page_token' };
    files.asked({ pageToken: 'old' }).flush(refused, { status: 400, statusText: 'Bad Request' });
    files.asked({}).flush({ files: [file('0'), file('1')], next_page_token: 'new' });
    files.harness.detectChanges();
    expect(names()).toEqual(['File 1', 'File 2']);
    files.asked({ pageToken: 'new' }).flush({ files: [file('2'), file('3')], next_page_token: 'next' });
    await files.harness.fixture.whenStable();
    expect(names()).toEqual(['File 0', 'File 1', 'File 2', 'File 3']);
    expect(page.textContent).toContain('loaded again from the start');
  });
});
