import { FakeFeed, FakePage, FakeTurn, settle } from '@holdfast/session/testing';
import { SessionEngine } from './engine';
import { Browser } from './engine.fixture';
import { LiveEvents } from './live-events';

/** Tabs of one browser that listen to one fake stream of events. */
export class ListeningBrowser extends Browser {
  readonly feed = new FakeFeed();
  readonly turn = new FakeTurn();

  constructor() {
    super();
    this.server.sessionId = 's1';
  }

  /** Opens a tab and returns when its session has started. */
  async opened(shareToken = true): Promise<{ tab: SessionEngine; page: FakePage }> {
    const tab = this.newTab(shareToken);
    const page = this.pages.at(-1) ?? new FakePage();
    new LiveEvents(tab, { feed: this.feed, turn: this.turn, clock: this.clock, page }).start();
    await tab.start();
    await settle();
    return { tab, page };
  }

  async refreshed(tab: SessionEngine): Promise<void> {
    const answered = tab.refresh();
    await this.clock.advance(100);
    await answered;
    await settle();
  }
}
