import { FakeClock, settle } from '@holdfast/session/testing';
import { PopupEnd } from '../engine/ports';
import { ConsentPopups } from './consent-popup';
import { closePopup, returnedPopup } from './returned-popup';

const OWN = 'https://own.example';

describe('ConsentPopups', () => {
  const popup = { closed: false };
  let clock: FakeClock;
  let opened: string[];
  let focused: boolean;
  let ends: PopupEnd[];

  beforeEach(() => {
    clock = new FakeClock();
    opened = [];
    ends = [];
    focused = true;
    popup.closed = false;
  });

  function open(blocked = false): boolean {
    const defaultView = {
      open: (url: string) => {
        opened.push(url);
        return blocked ? null : popup;
      },
    };
    const document = { defaultView, hasFocus: () => focused } as unknown as Document;
    const open = new ConsentPopups('holdfast', '/consent', clock, document).open((returnTo) => returnTo);
    void open?.end.then((end) => ends.push(end));
    return open !== undefined;
  }

  /** Arrives at the address as a popup does. */
  function arrive(address: string): number {
    const close = vi.fn();
    const returned = returnedPopup('/consent', address);
    if (returned) closePopup('holdfast', returned, { close } as unknown as Window);
    return close.mock.calls.length;
  }

  it('endWhenThePopupHasReturnedThenItIsClosedAndSaysSo', async () => {
    open();
    expect(arrive(OWN + (opened[0] ?? ''))).toBe(1);
    await vi.waitFor(() => {
      expect(ends).toEqual([{ kind: 'returned', reason: undefined }]);
    });
  });

  it('endWhenItArrivesAtTheSignInPageThenTellsTheReason', async () => {
    open();
    const query = new URLSearchParams({ reason: 'cancelled', return_to: opened[0] ?? '' });
    expect(arrive(`${OWN}/login?${query.toString()}`)).toBe(1);
    await vi.waitFor(() => {
      expect(ends).toEqual([{ kind: 'returned', reason: 'cancelled' }]);
    });
  });

  it('endWhenThePopupOfAnotherTabReturnsThenWaits', async () => {
    open();
    arrive(`${OWN}/consent?flow=other`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ends).toEqual([]);
  });

  it('endWhenThePopupOnlySeemsClosedBecauseGoogleCannotBeSeenThenWaits', async () => {
    open();
    popup.closed = true;
    focused = false;
    await clock.advance(60_000);
    expect(ends).toEqual([]);
  });

  it('endWhenThePersonIsBackWithoutThePopupThenLeft', async () => {
    open();
    popup.closed = true;
    await clock.advance(500);
    expect(ends).toEqual([]);
    await clock.advance(500);
    await settle();
    expect(ends).toEqual([{ kind: 'left' }]);
  });

  it('openWhenTheBrowserBlocksItThenAbsent', () => {
    expect(open(true)).toBe(false);
  });

  it.each([
    `${OWN}/consent`,
    `${OWN}/files?flow=1`,
    `${OWN}/login?reason=cancelled&return_to=%2Ffiles`,
    `${OWN}/login?reason=cancelled`,
    `${OWN}/login?reason=cancelled&return_to=https%3A%2F%2Felsewhere.example%2Fconsent%3Fflow%3D1`,
  ])('returnedPopupWhen%sThenNone', (address) => {
    expect(returnedPopup('/consent', address)).toBeUndefined();
  });
});
