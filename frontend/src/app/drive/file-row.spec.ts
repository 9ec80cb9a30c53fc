import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Downloads } from './downloads';
import { FileRow } from './file-row';
import { FolderTrail } from './folder-trail';
import { SAVE_FILE } from './save-file';

describe('FileRow', () => {
  let fixture: ComponentFixture<FileRow>;
  let row: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        provideSession(),
        new SessionFakes().providers,
        { provide: SAVE_FILE, useValue: () => undefined },
      ],
    });
    fixture = TestBed.createComponent(FileRow);
    fixture.componentRef.setInput('file', { id: '1', name: 'a.txt', mime_type: 'text/plain', size: 9 });
    row = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  /** Presses a button as the keyboard does. */
  function press(words: string): void {
    const found = [...row.querySelectorAll('button')].find(
      (button) => button.ariaLabel === words || button.textContent.includes(words),
    );
    if (!found) throw new Error(`no button says ${words}`);
    found.focus();
    found.click();
    TestBed.tick();
  }

  function asked(): TestRequest {
    return TestBed.inject(HttpTestingController).expectOne('/api/drive/files/1/content');
  }

  function focused(): string | null | undefined {
    return document.activeElement?.ariaLabel;
  }

  it('keepsTheFocusWhereTheDownloadIsBegunAndCancelled', () => {
    press('Download a.txt');
    expect(asked().cancelled).toBe(false);
    expect(focused()).toBe('Cancel the download of a.txt');
    press('Cancel the download of a.txt');
    expect(focused()).toBe('Download a.txt');
  });

  it('keepsTheFocusAndItsHeightWhenTheDownloadHasArrived', () => {
    press('Download a.txt');
    expect(row.querySelectorAll('.facts').length).toBe(1);
    asked().flush(new Blob(['done']));
    TestBed.tick();
    expect(focused()).toBe('Download a.txt');
    expect(row.querySelectorAll('.facts').length).toBe(1);
    expect(row.querySelector('.facts')?.textContent).toContain('Downloaded, 4 bytes');
  });

  it('saysThatGoogleConvertsADocument', () => {
    fixture.componentRef.setInput('file', {
      id: '1',
      name: 'Plan',
      mime_type: 'application/vnd.google-apps.document',
    });
    TestBed.tick();
    press('Download Plan');
    expect(row.textContent).toContain('Google is converting this document');
  });

  it.each([
    [{ owned_by_me: true }, 'Owned by you'],
    [{ owned_by_me: false }, 'Shared with you'],
    [{ owned_by_me: null, shared_drive: true }, 'In a shared drive'],
    [{ owned_by_me: false, shared_drive: true }, 'In a shared drive'],
    [{}, ''],
  ])('of%oSays%s', (more, words) => {
    fixture.componentRef.setInput('file', { id: '1', name: 'a', mime_type: 'text/plain', ...more });
    TestBed.tick();
    expect(row.querySelector('.facts > span:last-child')?.textContent).toBe(words);
  });

  it('leadsFromTheNameToTheFile', () => {
    const file = { id: '1', name: 'a', mime_type: 'text/plain' };
    fixture.componentRef.setInput('file', { ...file, web_view_link: 'https://drive.google.com/x' });
    TestBed.tick();
    expect(row.querySelector<HTMLAnchorElement>('.name a')?.href).toBe('https://drive.google.com/x');
    fixture.componentRef.setInput('file', { ...file, web_view_link: 'javascript:alert(1)' });
    TestBed.tick();
    expect(row.querySelector('.name a')).toBeNull();
  });

  it('namesTheLinkThatStandsInPlaceOfTheDownload', () => {
    const file = { id: '1', name: 'Plans', mime_type: 'application/vnd.google-apps.form' };
    fixture.componentRef.setInput('file', { ...file, web_view_link: 'https://drive.google.com/x' });
    TestBed.tick();
    expect(row.querySelector('.action a')?.getAttribute('aria-label')).toBe(
      'Open Plans in Google Drive (opens in a new tab)',
    );
  });

  it('leadsFromTheNameOfAFolderIntoItInTheSameOrder', () => {
    const folder = { id: 'f/1', name: 'Plans', mime_type: 'application/vnd.google-apps.folder' };
    fixture.componentRef.setInput('file', { ...folder, web_view_link: 'https://drive.google.com/x' });
    fixture.componentRef.setInput('sort', 'name');
    TestBed.tick();
    expect(row.querySelector('.name a')?.getAttribute('href')).toBe('/files?folder=f%2F1&sort=name');
    expect(row.querySelector('.action a')).toBeNull();
    row.querySelector<HTMLAnchorElement>('.name a')?.click();
    expect(TestBed.inject(FolderTrail).to('f/1')).toEqual([{ id: 'f/1', name: 'Plans' }]);
  });

  it('triesTheSameFormatAgain', async () => {
    TestBed.inject(Downloads).start({ id: '1', name: 'a.txt', mime_type: 'text/plain' }, 'pdf');
    TestBed.tick();
    const backend = TestBed.inject(HttpTestingController);
    const refusal = new Blob(['{"code":"google_error"}']);
    backend
      .expectOne('/api/drive/files/1/content?format=pdf')
      .flush(refusal, { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(row.textContent).toContain('Can’t download this file.');
    });
    press('Try again');
    backend.expectOne('/api/drive/files/1/content?format=pdf');
  });

  it('saysWhatTheLimitIsWhereAFileIsBeyondIt', () => {
    const file = { id: '1', name: 'a', mime_type: 'video/mp4', size: 300_000_000 };
    fixture.componentRef.setInput('file', file);
    TestBed.tick();
    expect(row.textContent).toContain('Files over 200 MB cannot be downloaded here');
  });

  it('keepsTheFocusInTheRowWhenTriedAgain', async () => {
    press('Download a.txt');
    asked().flush(new Blob(['{"code":"google_error"}']), { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(row.textContent).toContain('Can’t download this file.');
    });
    press('Try again');
    expect(row.textContent).not.toContain('Can’t download this file.');
    expect(focused()).toBe('Cancel the download of a.txt');
  });
});
