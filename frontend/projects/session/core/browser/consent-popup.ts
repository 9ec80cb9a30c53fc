import { Clock, Popup, PopupEnd, Popups } from '../engine/ports';

interface Return {
  readonly flow: string;
  readonly reason: string | undefined;
}

/** How often a popup is looked after. Milliseconds. */
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
    const channel = returns(this.name);
    const popup = this.document.defaultView?.open(url, '_blank', this.#features());
    if (!popup) {
      channel?.close();
      return undefined;
    }
    const end = new Promise<PopupEnd>((resolve) => {
      const stop = this.#watchLeft(popup, () => {
        resolve({ kind: 'left' });
      });
      channel?.addEventListener('message', ({ data }: MessageEvent<Return>) => {
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

  /** In the middle of this window, as large as Google's pages like it. */
  #features(): string {
    const { screenX = 0, screenY = 0, outerWidth = 0, outerHeight = 0 } = this.document.defaultView ?? {};
    const [width, height] = [520, 680];
    const left = Math.round(screenX + Math.max(0, outerWidth - width) / 2);
    const top = Math.round(screenY + Math.max(0, outerHeight - height) / 2);
    return `popup,width=${width.toString()},height=${height.toString()},left=${left.toString()},top=${top.toString()}`;
  }
}

/** What the address of a document says about a popup that has returned to it. */
export interface ReturnedPopup {
  /** Which popup. */
  readonly flow: string;
  /** Why the sign-in did not work out; absent when it did. */
  readonly reason: string | undefined;
}

/**
 * The popup that has returned with this address, if that is where one returns to: `returnTo` itself, or the sign-in page
 * with a reason and a way back to `returnTo`.
 */
export function returnedPopup(returnTo: string, address: string): ReturnedPopup | undefined {
  const url = new URL(address);
  const reason = url.searchParams.get('reason') ?? undefined;
  const target = reason === undefined ? url : new URL(url.searchParams.get('return_to') ?? '', url);
  const flow = target.searchParams.get('flow');
  return target.origin === url.origin && target.pathname === returnTo && flow !== null
    ? { flow, reason }
    : undefined;
}

/** Tells the document that opened the popup, and closes the popup if the browser lets it. */
export function closePopup(name: string, popup: ReturnedPopup, window: Window): void {
  const channel = returns(name);
  channel?.postMessage(popup satisfies Return);
  channel?.close();
  window.close();
}

function returns(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`${name}.consent`);
  } catch {
    return undefined;
  }
}
