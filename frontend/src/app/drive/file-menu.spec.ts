import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import { Feedback } from '../ui/feedback';
import { FilesPage, file } from './files.fixture';

const DOC = 'application/vnd.google-apps.document';
const LINK = 'https://drive.google.com/x';

describe('FileMenu', { timeout: 20_000 }, () => {
  async function opened(more: object, page: object = {}): Promise<FilesPage> {
    const files = await FilesPage.open();
    files.asked({}).flush({ files: [{ ...file('1', 'Plan'), ...more }], ...page });
    await files.harness.fixture.whenStable();
    files.press('button[aria-label="More for Plan"]');
    return files;
  }

  function items(): string[] {
    return [...document.querySelectorAll('[role=menuitem]')].map(
      (item) => item.querySelector('.mat-mdc-menu-item-text')?.textContent.trim().replace(/\s+/gu, ' ') ?? '',
    );
  }

  function choose(words: string): void {
    const found = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) =>
      textContent.includes(words),
    );
    if (!found) throw new Error(`no entry says ${words}`);
    found.click();
  }

  afterEach(() => {
    document.querySelector('.cdk-overlay-container')?.replaceChildren();
  });

  it.each([
    [{ mime_type: DOC }, ['Download as Word (.docx)', 'Download as PDF']],
    [
      { mime_type: 'application/vnd.google-apps.spreadsheet' },
      ['Download as Excel (.xlsx)', 'Download as PDF'],
    ],
    [
      { mime_type: 'application/vnd.google-apps.presentation' },
      ['Download as PowerPoint (.pptx)', 'Download as PDF'],
    ],
    [{ mime_type: 'application/vnd.google-apps.drawing' }, ['Download as PDF']],
    [{ mime_type: 'text/plain' }, ['Download']],
    [
      { mime_type: 'text/plain', web_view_link: LINK },
      ['Download', 'Open in Google Drive (opens in a new tab)', 'Copy link'],
    ],
    [
      { mime_type: 'application/vnd.google-apps.folder', web_view_link: LINK },
      ['Open in Google Drive (opens in a new tab)', 'Copy link'],
    ],
    [{ mime_type: 'text/plain', answerable: true }, ['Download']],
  ])('of%jOffers%j', async (more, words) => {
    await opened(more);
    expect(items()).toEqual(words);
  });

  it('offersToAskWhereTheServerAnswersAndTheModelReadsTheFile', async () => {
    await opened({ answerable: true }, { questions: true });
    expect(items()).toEqual(['Ask about this file', 'Download']);
    choose('Ask about this file');
    await vi.waitFor(() => {
      expect(document.querySelector('mat-dialog-container')?.textContent).toContain('Plan');
    });
  });

  it('doesNotOfferToAskAboutOtherFiles', async () => {
    await opened({ answerable: false }, { questions: true });
    expect(items()).toEqual(['Download']);
  });

  it('isNotThereWhereItWouldBeEmpty', async () => {
    const files = await FilesPage.open();
    const folder = { ...file('1'), mime_type: 'application/vnd.google-apps.folder' };
    files.asked({}).flush({ files: [folder] });
    await files.harness.fixture.whenStable();
    expect(files.element.querySelector('app-file-row button')).toBeNull();
  });

  it('downloadsInTheFormatThatIsChosen', async () => {
    const files = await opened({ mime_type: DOC });
    choose('Download as PDF');
    files.backend.expectOne('/api/drive/files/1/content?format=pdf');
  });

  it.each([
    [true, 'Link copied'],
    [false, 'did not let us'],
  ])('saysWhetherTheLinkWasCopied%s', async (copies, words) => {
    await opened({ web_view_link: LINK });
    const copy = vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(copies);
    choose('Copy link');
    expect(copy).toHaveBeenCalledExactlyOnceWith(LINK);
    expect(TestBed.inject(Feedback).shown()?.text).toContain(words);
  });
});
