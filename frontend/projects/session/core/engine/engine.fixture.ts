import { FakePage, SessionFakes } from '@holdfast/session/testing';
import { SessionEngine } from './engine';

/** Tabs of one browser, over one fake server. */
export class Browser extends SessionFakes {
  readonly pages: FakePage[] = [];

  newTab(shareToken = true): SessionEngine {
    const { server: transport, lock, clock, keys, note } = this;
    const page = new FakePage();
    this.pages.push(page);
    return new SessionEngine(
      { transport, lock, clock, keys, note, page, channel: this.channels.connect() },
      { shareToken },
    );
  }

  async openTab(shareToken = true): Promise<SessionEngine> {
    const tab = this.newTab(shareToken);
    await tab.start();
    return tab;
  }

  /** Moves time on until the token of the tab has expired. */
  async expire(tab: SessionEngine): Promise<void> {
    await this.clock.advance((tab.state.token?.expiresAt ?? 0) - this.clock.now());
  }
}
