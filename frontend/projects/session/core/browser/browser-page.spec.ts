import { BrowserPage } from './browser-page';

describe('BrowserPage', () => {
  const documentElement = { hidden: false };
  const seen: unknown[] = [];
  const location = {
    reload: (): void => {
      seen.push(documentElement.hidden);
    },
    assign: (url: string): void => {
      seen.push(documentElement.hidden, url);
    },
  };
  const page = new BrowserPage({ documentElement, defaultView: { location } } as unknown as Document);

  beforeEach(() => {
    documentElement.hidden = false;
    seen.length = 0;
  });

  it('reloadWhenStillPaintedThenHidesThePageBeforeItLoadsAnew', () => {
    page.reload();
    expect(seen).toEqual([true]);
  });

  it('openWhenStillPaintedThenHidesThePageBeforeItLoadsAnother', () => {
    page.open('/login');
    expect(seen).toEqual([true, '/login']);
  });
});
