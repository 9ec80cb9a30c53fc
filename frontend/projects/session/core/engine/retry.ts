import { BackOff } from './back-off';
import { Ports } from './ports';

/** Asks a server that could not answer once more, as soon as the back-off allows, in a visible page only. */
export class Retry {
  readonly #backOff: BackOff;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly ports: Pick<Ports, 'clock' | 'page'>,
    /** Whether the server still has to be asked. */
    private readonly wanted: () => boolean,
    private readonly ask: () => Promise<unknown>,
  ) {
    this.#backOff = new BackOff(ports.clock);
  }

  /** The time before which the server is not asked; milliseconds of the local clock. */
  get at(): number {
    return this.#backOff.retryAt;
  }

  tooEarly(): boolean {
    return this.#backOff.closedAt(this.ports.clock.now());
  }

  fail(retryAfter?: number): void {
    this.#backOff.fail(retryAfter);
  }

  reset(): void {
    this.#backOff.reset();
  }

  /** Asks now or as soon as the back-off allows; a timer may fire a moment too early. */
  arm(): void {
    const { clock, page } = this.ports;
    this.#cancel();
    if (!this.wanted() || !page.visible()) return;
    const wait = this.at - clock.now();
    if (wait > 0) {
      this.#cancel = clock.after(wait, () => {
        this.arm();
      });
    } else {
      this.ask().catch(() => undefined);
    }
  }
}
