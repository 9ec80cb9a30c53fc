import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { FileRow } from './file-row';
import { SAVE_FILE } from './save-file';

describe('FileRow', () => {
  let fixture: ComponentFixture<FileRow>;
  let row: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
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

  /** As the keyboard does. */
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

  it('keepsTheFocusWhenTheDownloadHasArrivedAndIsDismissed', () => {
    press('Download a.txt');
    asked().flush(new Blob(['done']));
    TestBed.tick();
    expect(focused()).toBe('Download a.txt');
    press('Dismiss');
    expect(row.textContent).not.toContain('Dismiss');
    expect(focused()).toBe('Download a.txt');
  });

  it('keepsTheFocusInTheRowWhenTriedAgain', async () => {
    press('Download a.txt');
    asked().flush(new Blob(['{"code":"google_error"}']), { status: 502, statusText: 'Bad Gateway' });
    await vi.waitFor(() => {
      expect(row.textContent).toContain('The download did not work.');
    });
    press('Try again');
    expect(row.textContent).not.toContain('The download did not work.');
    expect(focused()).toBe('Cancel the download of a.txt');
  });
});
