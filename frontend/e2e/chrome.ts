import { ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from '../tools/browser.mjs';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--remote-debugging-port=0',
];

type Message = Record<string, unknown>;

/** A browser as people have it: tabs can be hidden and pages put aside, both of which Playwright prevents. */
export class Chrome {
  readonly #waiting = new Map<number, (message: Message) => void>();
  #last = 0;

  private constructor(
    private readonly process: ChildProcess,
    private readonly home: string,
    private readonly socket: WebSocket,
  ) {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message & { id?: number };
      this.#waiting.get(message.id ?? 0)?.(message);
    });
  }

  static async start(proxy: string): Promise<Chrome> {
    const home = await mkdtemp(join(tmpdir(), 'chrome-'));
    const through = [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>', `--user-data-dir=${home}`];
    const process = spawn(await browser(), [...ARGUMENTS, ...through, 'about:blank'], { stdio: 'ignore' });
    const [port, path] = (await written(join(home, 'DevToolsActivePort'))).split('\n');
    const socket = new WebSocket(`ws://127.0.0.1:${port ?? ''}${path ?? ''}`);
    await new Promise((resolve) => {
      socket.addEventListener('open', resolve);
    });
    return new Chrome(process, home, socket);
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    void this.send('Browser.close');
    await gone;
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A new tab in front of all others. */
  async open(url: string): Promise<ChromeTab> {
    const { targetId } = await this.send('Target.createTarget', { url });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return new ChromeTab(this, targetId as string, sessionId as string);
  }

  send(method: string, params: Message = {}, sessionId?: string): Promise<Message> {
    const id = ++this.#last;
    this.socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id);
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`));
        else resolve(result as Message);
      });
    });
  }
}

export class ChromeTab {
  constructor(
    private readonly chrome: Chrome,
    private readonly target: string,
    private readonly session: string,
  ) {}

  /** Returns the value of the expression in the page; `undefined` while there is none. */
  async run(expression: string): Promise<unknown> {
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    const answer = await this.chrome
      .send('Runtime.evaluate', parameters, this.session)
      .catch(() => undefined);
    return (answer?.['result'] as { value?: unknown } | undefined)?.value;
  }

  async show(): Promise<void> {
    await this.chrome.send('Target.activateTarget', { targetId: this.target });
  }

  async go(url: string): Promise<void> {
    await this.chrome.send('Page.navigate', { url }, this.session);
  }
}

async function written(file: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const content = await readFile(file, 'utf8').catch(() => '');
    if (content.includes('\n')) return content;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The browser did not start');
}
