import { Page, PageEvent } from '../engine/ports';

/**
 * The document in its window. A page put aside by the browser (back/forward cache) is hidden and, when taken out again,
 * loaded again: its content may belong to a session that has ended since.
 */
export class BrowserPage implements Page {
  constructor(private readonly document: Document) {}

  visible(): boolean {
    return this.document.visibilityState === 'visible';
  }

  listen(hear: (event: PageEvent) => void): void {
    const window = this.document.defaultView;
    const shown = (): void => {
      if (this.visible()) hear('shown');
    };
    this.document.addEventListener('visibilitychange', shown);
    this.document.addEventListener('resume', shown);
    window?.addEventListener('focus', shown);
    window?.addEventListener('online', () => {
      hear('online');
    });
    window?.addEventListener('pagehide', (event) => {
      if (event.persisted) this.#hide();
    });
    window?.addEventListener('pageshow', (event) => {
      if (event.persisted) this.reload();
    });
  }

  /**
   * Hides the page first: its content would stay visible until the new document is there, however long the server
   * takes.
   */
  reload(): void {
    this.#hide();
    this.document.defaultView?.location.reload();
  }

  open(url: string): void {
    this.#hide();
    this.document.defaultView?.location.assign(url);
  }

  go(url: string): void {
    this.document.defaultView?.location.assign(url);
  }

  here(): string {
    const { pathname = '/', search = '' } = this.document.defaultView?.location ?? {};
    return pathname + search;
  }

  #hide(): void {
    this.document.documentElement.hidden = true;
  }
}
