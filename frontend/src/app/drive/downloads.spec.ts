import { HttpEventType, HttpHeaders, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { Feedback } from '../ui/feedback';
import { DOWNLOAD_LIMIT, Downloads, fileNameIn } from './downloads';
import { DriveFile } from './drive-file';
import { SAVE_FILE } from './save-file';

const FILE: DriveFile = {
  id: 'a/b',
  name: 'plain.txt',
  mime_type: 'text/plain',
  size: 200,
  web_view_link: 'https://g/x',
};

describe('Downloads', () => {
  const save = vi.fn<(content: Blob, name: string) => void>();
  let downloads: Downloads;
  let backend: HttpTestingController;

  beforeEach(async () => {
    save.mockReset();
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [
        Downloads,
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        fakes.providers,
        { provide: SAVE_FILE, useValue: save },
        { provide: DOWNLOAD_LIMIT, useValue: 1_000 },
      ],
    });
    await TestBed.inject(Session).settled();
    downloads = TestBed.inject(Downloads);
    backend = TestBed.inject(HttpTestingController);
  });

  function begun(): TestRequest {
    downloads.start(FILE);
    return backend.expectOne('/api/drive/files/a%2Fb/content');
  }

  it('tellsItsProgressAndSavesUnderTheNameOfTheServer', () => {
    const request = begun();
    request.event({ type: HttpEventType.DownloadProgress, loaded: 50 });
    expect(downloads.all().get(FILE.id)).toMatchObject({ phase: 'running', received: 50, share: 0.25 });
    const content = new Blob(['done']);
    request.flush(content, {
      headers: { 'Content-Disposition': "attachment; filename*=UTF-8''%C3%A4.docx" },
    });
    expect(save).toHaveBeenCalledExactlyOnceWith(content, 'ä.docx');
    expect(downloads.all().get(FILE.id)).toMatchObject({ phase: 'saved', received: 4 });
  });

  it('tellsTheNameOfWhatHasArrivedButNotAfterTheSession', async () => {
    const feedback = TestBed.inject(Feedback);
    begun().flush(new Blob(['done']));
    expect(feedback.shown()?.text).toBe('Downloaded “plain.txt”, 4 bytes');
    feedback.dismiss();
    const late = begun();
    await TestBed.inject(Session).logout();
    late.flush(new Blob(['done']));
    expect(feedback.shown()).toBeUndefined();
  });

  it('callsAFileWithoutANameAsItsRowDoes', () => {
    downloads.start({ ...FILE, name: '' });
    const content = new Blob(['done']);
    backend.expectOne('/api/drive/files/a%2Fb/content').flush(content);
    expect(save).toHaveBeenCalledExactlyOnceWith(content, 'Untitled');
    expect(TestBed.inject(Feedback).shown()?.text).toBe('Downloaded “Untitled”, 4 bytes');
  });

  it('saysSoInTheRowForFourSeconds', () => {
    vi.useFakeTimers();
    try {
      begun().flush(new Blob(['done']));
      vi.advanceTimersByTime(3_900);
      expect(downloads.all().get(FILE.id)?.phase).toBe('saved');
      vi.advanceTimersByTime(200);
      expect(downloads.all().has(FILE.id)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('doesNotTakeAwayTheNextDownloadWithTheTickOfTheOneBefore', () => {
    vi.useFakeTimers();
    try {
      begun().flush(new Blob(['done']));
      begun();
      vi.advanceTimersByTime(5_000);
      expect(downloads.all().get(FILE.id)?.phase).toBe('running');
    } finally {
      vi.useRealTimers();
    }
  });

  it('leadsToTheFileWhatGoogleRefuses', async () => {
    const problem = new Blob([JSON.stringify({ code: 'google_forbidden', google_reason: 'download_quota' })]);
    begun().flush(problem, { status: 403, statusText: 'Forbidden' });
    await vi.waitFor(() => {
      expect(downloads.all().get(FILE.id)?.failure).toMatchObject({
        reason: 'download_quota',
        webViewLink: 'https://g/x',
      });
    });
  });

  it('stopsWhenCancelled', () => {
    const request = begun();
    downloads.dismiss(FILE);
    expect(request.cancelled).toBe(true);
    expect(downloads.all().has(FILE.id)).toBe(false);
    expect(save).not.toHaveBeenCalled();
  });

  it('stopsAtTheLimitAndOffersGoogleDrive', () => {
    const request = begun();
    request.event({ type: HttpEventType.DownloadProgress, loaded: 1_001 });
    expect(request.cancelled).toBe(true);
    expect(downloads.all().get(FILE.id)).toMatchObject({
      phase: 'failed',
      failure: { code: 'too_large', webViewLink: 'https://g/x' },
    });
  });

  it('isTooLargeAboveTheLimitOnly', () => {
    expect(downloads.isTooLarge({ ...FILE, size: 1_000 })).toBe(false);
    expect(downloads.isTooLarge({ ...FILE, size: 1_001 })).toBe(true);
  });

  it('neverTakesABrokenConnectionForAWholeFile', async () => {
    const request = begun();
    request.event({ type: HttpEventType.DownloadProgress, loaded: 50 });
    request.error(new ProgressEvent('error'));
    await vi.waitFor(() => {
      expect(downloads.all().get(FILE.id)?.failure?.code).toBe('broken_off');
    });
    expect(save).not.toHaveBeenCalled();
  });

  it('tellsTheServersReason', async () => {
    const problem = new Blob([JSON.stringify({ code: 'not_downloadable', web_view_link: 'https://g/y' })]);
    begun().flush(problem, { status: 409, statusText: 'Conflict' });
    await vi.waitFor(() => {
      expect(downloads.all().get(FILE.id)?.failure).toMatchObject({
        code: 'not_downloadable',
        webViewLink: 'https://g/y',
      });
    });
  });
});

describe('fileNameIn', () => {
  it.each([
    ['attachment; filename="x"; filename*=UTF-8\'\'a%20b.txt', 'a b.txt'],
    ['attachment; filename="a \\"quoted\\" name.txt"', 'a "quoted" name.txt'],
    ['attachment; filename="x.txt"; filename*=UTF-8\'\'%E0%A4', 'x.txt'],
    ['attachment', undefined],
  ])('of%sIs%s', (disposition, name) => {
    expect(fileNameIn(new HttpHeaders({ 'Content-Disposition': disposition }))).toBe(name);
  });
});
