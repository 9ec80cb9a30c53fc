/** The return of a popup, as the address of its document tells it. */
export interface ReturnedPopup {
  /** The id of the popup. */
  readonly flow: string;
  /** Why the sign-in did not work out; absent when it did. */
  readonly reason: string | undefined;
}

/**
 * The popup that has returned with this address; absent if popups do not return to it. A popup returns to `returnTo`
 * itself, or to the sign-in page with a reason and a way back to `returnTo`.
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

/** Tells the document that opened the popup of its return, and closes the popup if the browser lets it. */
export function closePopup(name: string, popup: ReturnedPopup, window: Window): void {
  const channel = returnsOf(name);
  channel?.postMessage(popup);
  channel?.close();
  window.close();
}

/** The channel on which the popups of that application report their return; absent if the browser refuses it. */
export function returnsOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`${name}.consent`);
  } catch {
    return undefined;
  }
}
