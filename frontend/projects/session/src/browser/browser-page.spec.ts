import { BrowserPage } from './browser-page';

describe('BrowserPage', () => {
  const seen: boolean[] = [];
  const documentElement = { hidden: false };
  const location = {
    reload: (): void => {
      seen.push(documentElement.hidden);
    },
  };
  const page = new BrowserPage({ documentElement, defaultView: { location } } as unknown as Document);

  it('reloadWhenStillPaintedThenHidesThePageBeforeItLoadsAnew', () => {
    page.reload();
    expect(seen).toEqual([true]);
  });
});
