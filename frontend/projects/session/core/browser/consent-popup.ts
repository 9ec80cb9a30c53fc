import { Clock, Popup, PopupEnd, Popups } from '../engine/ports';
import { CompleteOptions } from '../engine/session-options';
import { ReturnedPopup, returnsOf } from './returned-popup';

/** The interval at which a popup is checked. Milliseconds. */
const LOOK = 500;

/**
 * Windows of the browser. They report over a BroadcastChannel when they are back at our origin: a document with
 * `Cross-Origin-Opener-Policy: same-origin` loses sight of its popup on the way to Google, and `closed` says nothing
 * then. So a popup counts as left only when this document, and not the popup, has had the focus twice in a row.
 */
export class ConsentPopups implements Popups {
  constructor(
    private readonly name: string,
    private readonly returnTo: string,
    private readonly clock: Clock,
    private readonly document: Document,
  ) {}

  open(address: (returnTo: string) => string): Popup | undefined {
    const flow = crypto.getRandomValues(new Uint32Array(2)).join('-');
    const url = address(`${this.returnTo}?flow=${flow}`);
    const channel = returnsOf(this.name);
    const popup = this.document.defaultView?.open(url, '_blank', this.#features());
    if (!popup) {
      channel?.close();
      return undefined;
    }
    const end = new Promise<PopupEnd>((resolve) => {
      const stop = this.#watchLeft(popup, () => {
        resolve({ kind: 'left' });
      });
      channel?.addEventListener('message', ({ data }: MessageEvent<ReturnedPopup>) => {
        if (data.flow !== flow) return;
        stop();
        resolve({ kind: 'returned', reason: data.reason });
      });
    });
    return { end: end.finally(() => channel?.close()) };
  }

  #watchLeft(popup: Window, left: () => void): () => void {
    let cancel: () => void = () => undefined;
    const look = (before: boolean): void => {
      cancel = this.clock.after(LOOK, () => {
        const back = popup.closed && this.document.hasFocus();
        if (back && before) left();
        else look(back);
      });
    };
    look(false);
    return () => {
      cancel();
    };
  }

  /** Places the popup in the middle of this window, at a size that suits Google's pages. */
  #features(): string {
    const { screenX = 0, screenY = 0, outerWidth = 0, outerHeight = 0 } = this.document.defaultView ?? {};
    const [width, height] = [520, 680];
    const left = Math.round(screenX + Math.max(0, outerWidth - width) / 2);
    const top = Math.round(screenY + Math.max(0, outerHeight - height) / 2);
    return `popup,width=${width.toString()},height=${height.toString()},left=${left.toString()},top=${top.toString()}`;
  }
}

/** Popups that the document opens. */
export function popupsOf({ name, consentReturn }: CompleteOptions, clock: Clock, document: Document): Popups {
  return new ConsentPopups(name, consentReturn, clock, document);
}

/** Popups for a server that renders pages: every one is blocked. */
export const NO_POPUPS: Popups = { open: () => undefined };
