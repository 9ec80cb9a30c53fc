import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { DriveFile } from './drive-file';
import { Files } from './files';

export function file(id: string, name = `File ${id}`): DriveFile {
  return { id, name, mime_type: 'text/plain', size: 1, owned_by_me: true, web_view_link: null };
}

/** The page of a person's files, whose requests the test answers. */
export class FilesPage {
  readonly backend = TestBed.inject(HttpTestingController);

  private constructor(
    readonly harness: RouterTestingHarness,
    readonly element: HTMLElement,
  ) {}

  static async open(url = '/files'): Promise<FilesPage> {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        new SessionFakes().providers,
        provideRouter([{ path: 'files', component: Files }], withComponentInputBinding()),
      ],
    });
    const harness = await RouterTestingHarness.create(url);
    await harness.fixture.whenStable().catch(() => undefined);
    return new FilesPage(harness, harness.fixture.nativeElement as HTMLElement);
  }

  /** Returns the one request for files with these parameters. */
  asked(params: Record<string, string>): TestRequest {
    return this.backend.expectOne(({ url, params: sent }) => {
      const pairs = sent.keys().map((key) => [key, sent.get(key)]);
      return (
        url === '/api/drive/files' && JSON.stringify(Object.fromEntries(pairs)) === JSON.stringify(params)
      );
    });
  }

  /** Presses a button as the keyboard does. */
  press(button: string): void {
    const found = this.element.querySelector<HTMLButtonElement>(button);
    found?.focus();
    found?.click();
    this.harness.detectChanges();
  }
}
