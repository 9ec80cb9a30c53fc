import { join } from 'node:path';
import { BrowserContext, Page } from '@playwright/test';
import { build } from 'esbuild';
import { ADA, expect, test as base } from '../fixtures';
import { signInWithoutPages } from '../google';
import { Wire } from '../wire';

export { expect };

/** A tab with the rig in it. */
export class Tab {
  constructor(readonly page: Page) {}

  standing(): Promise<string> {
    return this.page.evaluate(() => window.rig?.standing() ?? '');
  }

  /** Returns the outcomes of this number of requests, each kind named once. */
  async get(times: number, path = '/api/account'): Promise<string[]> {
    const outcomes = await this.page.evaluate(([where, many]) => window.rig?.get(where, many) ?? [], [
      path,
      times,
    ] as const);
    return [...new Set(outcomes)];
  }

  async upload(path: string, bytes: number): Promise<string | undefined> {
    return this.page.evaluate(([where, size]) => window.rig?.upload(where, size), [path, bytes] as const);
  }

  logout(): Promise<string | undefined> {
    return this.page.evaluate(() => window.rig?.logout());
  }

  async pass(milliseconds: number): Promise<void> {
    await this.page.evaluate((time) => window.rig?.pass(time), milliseconds);
  }

  /** Kills the process of the page. */
  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    const session = await this.page.context().newCDPSession(this.page);
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  /** Stops the page, its timers included, until the returned function is called. */
  async hang(): Promise<() => Promise<unknown>> {
    const session = await this.page.context().newCDPSession(this.page);
    const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
    await session.send('Debugger.enable');
    await session.send('Debugger.pause');
    this.page.evaluate(() => undefined).catch(() => undefined);
    await paused;
    return () => session.send('Debugger.resume');
  }
}

/** A promise and the way to keep it. */
export function latch(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export class Tabs {
  constructor(private readonly context: BrowserContext) {}

  async open(query = ''): Promise<Tab> {
    const tab = new Tab(await this.context.newPage());
    await this.load(tab, query);
    return tab;
  }

  async load({ page }: Tab, query = ''): Promise<void> {
    await page.goto(`/rig${query}`);
    await page.waitForFunction(() => window.rig !== undefined);
  }

  many(count: number, query = ''): Promise<Tab[]> {
    return Promise.all(Array.from({ length: count }, () => this.open(query)));
  }

  /** Signs in as a person would, without looking at the pages. */
  async signIn(who: { readonly email: string } = ADA): Promise<void> {
    const page = await this.context.newPage();
    await page.goto(await signInWithoutPages(page.request, who, '/rig'));
    await page.waitForFunction(() => window.rig?.standing() === 'active');
    await page.close();
  }
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'rig.ts')],
    tsconfig: join(import.meta.dirname, '../tsconfig.json'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** A wire that also serves the rig, at `/rig`. */
export async function openWire(): Promise<Wire> {
  script ??= bundle();
  const wire = await Wire.open();
  wire.show(
    '/rig',
    'text/html',
    '<!doctype html><title>Rig</title><p>Rig</p><script type="module" src="/rig.js"></script>',
  );
  wire.show('/rig.js', 'text/javascript', await script);
  return wire;
}

interface Fixtures {
  readonly wire: Wire;
  readonly tabs: Tabs;
}

/** Tests that need the rig, with all requests of the browser on a wire of their own. */
export const test = base.extend<Fixtures>({
  wire: async ({ baseURL }, use) => {
    expect(baseURL).toBeDefined();
    const wire = await openWire();
    await use(wire);
    wire.close();
  },

  proxy: async ({ wire }, use) => {
    await use({ server: wire.address });
  },

  tabs: async ({ context }, use) => {
    await use(new Tabs(context));
  },
});
