import { BackOff } from './back-off';
import { Clock, Page } from './ports';

/** When a server that could not answer is asked again: as soon as the back-off allows, in a visible page only. */
export class Retry {
  readonly #backOff: BackOff;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    private readonly page: Page,
    /** Whether the server still has to be asked. */
    private readonly wanted: () => boolean,
    private readonly ask: () => void,
  ) {
    this.#backOff = new BackOff(clock);
  }

  /** Before this the server is not asked; milliseconds of the local clock. */
  get at(): number {
    return this.#backOff.retryAt;
  }

  tooEarly(): boolean {
    return this.#backOff.closedAt(this.clock.now());
  }

  fail(retryAfter?: number): void {
    this.#backOff.fail(retryAfter);
  }

  reset(): void {
    this.#backOff.reset();
  }

  /** Asks now or as soon as the back-off allows; a timer may fire a moment too early. */
  arm(): void {
    this.#cancel();
    if (!this.wanted() || !this.page.visible()) return;
    const wait = this.at - this.clock.now();
    if (wait > 0) {
      this.#cancel = this.clock.after(wait, () => {
        this.arm();
      });
    } else {
      this.ask();
    }
  }
}
