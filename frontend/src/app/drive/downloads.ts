import { HttpClient, HttpEvent, HttpEventType, HttpHeaders } from '@angular/common/http';
import { DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import { Session } from '@holdfast/session';
import { Subscription } from 'rxjs';
import { Failure, failureOf, plainFailure } from '../problem/failure';
import { Feedback } from '../ui/feedback';
import { sizeInLocale } from '../ui/in-locale';
import { DriveFile, nameOf, sizeOf } from './drive-file';
import { SAVE_FILE } from './save-file';

/** The largest file that is downloaded here, in bytes: it has to fit into the memory of the tab. */
export const DOWNLOAD_LIMIT = new InjectionToken<number>('DOWNLOAD_LIMIT', {
  providedIn: 'root',
  factory: () => 200_000_000,
});

/** The time for which the row of a file shows that it has arrived. Milliseconds. */
const TICK = 4_000;

/** One download, from the click until its tick is gone or its failure is dismissed. `share` is 0 to 1, absent while the size is unknown. */
export interface Download {
  readonly phase: 'running' | 'saved' | 'failed';
  readonly received: number;
  readonly share?: number | undefined;
  readonly failure?: Failure;
  /** Absent for the usual format. */
  readonly format?: DownloadFormat | undefined;
}

/** A format in which Google's own documents can be had besides the one of the office programs. */
export type DownloadFormat = 'pdf';

/**
 * The downloads of this tab, by file id; they go on while the person looks at other pages. The content comes
 * with the access token, so a plain link cannot fetch it.
 */
@Injectable({ providedIn: 'root' })
export class Downloads {
  readonly #http = inject(HttpClient);
  readonly #save = inject(SAVE_FILE);
  readonly #feedback = inject(Feedback);
  readonly #session = inject(Session);
  readonly #limit = inject(DOWNLOAD_LIMIT);
  readonly #running = new Map<string, Subscription>();
  readonly #downloads = signal<ReadonlyMap<string, Download>>(new Map());

  readonly all = this.#downloads.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      for (const running of this.#running.values()) running.unsubscribe();
    });
  }

  isTooLarge(file: DriveFile): boolean {
    return (sizeOf(file) ?? 0) > this.#limit;
  }

  start(file: DriveFile, format?: DownloadFormat): void {
    this.#running.get(file.id)?.unsubscribe();
    this.#set(file.id, { phase: 'running', received: 0, share: undefined, format });
    const address = `/api/drive/files/${encodeURIComponent(file.id)}/content`;
    const running = this.#http
      .get(address, {
        observe: 'events',
        reportProgress: true,
        responseType: 'blob',
        params: format ? { format } : {},
      })
      .subscribe({
        next: (event) => {
          this.#follow(file, event);
        },
        error: async (error: unknown) => {
          const failure = await failureOf(error);
          if (this.#running.get(file.id) !== running) return;
          const known = { ...failure, webViewLink: failure.webViewLink ?? this.#linkFor(file, failure) };
          const begun = (this.#downloads().get(file.id)?.received ?? 0) > 0;
          this.#fail(file, begun && failure.code === 'unreachable' ? plainFailure('broken_off') : known);
        },
      });
    if (!running.closed) this.#running.set(file.id, running);
  }

  /** Begins a download that has failed again, in the same format. */
  retry(file: DriveFile): void {
    this.start(file, this.#formatOf(file));
  }

  /** Stops a download if it runs, and forgets it. */
  dismiss(file: DriveFile): void {
    this.#stop(file);
    this.#forget(file);
  }

  #forget(file: DriveFile): void {
    this.#downloads.update((downloads) => new Map([...downloads].filter(([id]) => id !== file.id)));
  }

  #follow(file: DriveFile, event: HttpEvent<Blob>): void {
    if (event.type === HttpEventType.DownloadProgress) {
      if (event.loaded > this.#limit) {
        this.#stop(file);
        this.#fail(file, { ...plainFailure('too_large'), webViewLink: file.web_view_link ?? undefined });
        return;
      }
      const total = event.total ?? sizeOf(file);
      const share = total ? Math.min(1, event.loaded / total) : undefined;
      this.#set(file.id, { phase: 'running', received: event.loaded, share, format: this.#formatOf(file) });
    } else if (event.type === HttpEventType.Response) {
      const content = event.body ?? new Blob();
      this.#running.delete(file.id);
      const name = fileNameIn(event.headers) ?? nameOf(file);
      this.#save(content, name);
      this.#tick(file, name, { phase: 'saved', received: content.size, share: 1 });
    }
  }

  /** Shows for a moment in the row that the file has arrived, and on any other page as a message. */
  #tick(file: DriveFile, name: string, saved: Download): void {
    this.#set(file.id, saved);
    setTimeout(() => {
      if (this.#downloads().get(file.id) === saved) this.#forget(file);
    }, TICK);
    const size = sizeInLocale(saved.received);
    // Names of files must not outlive the session.
    if (this.#session.status() === 'ended') return;
    this.#feedback.done($localize`:@@drive.downloaded:Downloaded “${name}:name:”, ${size}:size:`);
  }

  #stop(file: DriveFile): void {
    this.#running.get(file.id)?.unsubscribe();
    this.#running.delete(file.id);
  }

  /**
   * Returns a link to Drive for a file that Google refuses to an application but may show in Drive itself.
   */
  #linkFor(file: DriveFile, { code }: Failure): string | undefined {
    return code === 'google_forbidden' ? (file.web_view_link ?? undefined) : undefined;
  }

  #fail(file: DriveFile, failure: Failure): void {
    this.#running.delete(file.id);
    this.#set(file.id, { phase: 'failed', received: 0, failure, format: this.#formatOf(file) });
  }

  #formatOf(file: DriveFile): DownloadFormat | undefined {
    return this.#downloads().get(file.id)?.format;
  }

  #set(id: string, download: Download): void {
    this.#downloads.update((downloads) => new Map(downloads).set(id, download));
  }
}

/**
 * Returns the file name by RFC 6266: the extended parameter comes first, because only that one can carry
 * every letter.
 */
export function fileNameIn(headers: HttpHeaders): string | undefined {
  const disposition = headers.get('Content-Disposition') ?? '';
  const extended = /filename\*=utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  try {
    if (extended !== undefined) return decodeURIComponent(extended);
  } catch {
    // The extended parameter is not well encoded; the plain one may do.
  }
  return /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1]?.replace(/\\(.)/g, '$1');
}
