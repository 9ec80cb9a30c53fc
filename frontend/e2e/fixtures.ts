import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserContext, Locator, Page, Request, expect, test as base } from '@playwright/test';
import type Axe from 'axe-core';
import { Google, signInWithoutPages } from './google';

export { expect };

/** Seconds that our access tokens live in the server under test. */
export const SHORT_LIFE = Number(process.env['HOLDFAST_SESSION_SECONDS'] ?? 3);

export const ADA = { name: 'Ada Okafor', email: 'ada.okafor@mail.example' };
export const BRUNO = { name: 'Bruno Sørensen', email: 'bruno@fernhill.example' };
export const CARMEN = { name: 'Carmen', email: 'carmen@mail.example' };
export const EMI = { name: 'Emi Tanaka', email: 'emi.tanaka@mail.example' };

/** A person who uses the pages, by the words on them. */
export class Person {
  constructor(readonly page: Page) {}

  /** Goes from the sign-in page through Google and back. */
  async signIn(who: { readonly email: string } = ADA): Promise<void> {
    await this.page.getByRole('link', { name: 'Sign in with Google' }).click();
    await this.page.getByRole('button', { name: who.email }).click();
    const allow = this.page.getByRole('button', { name: 'Allow', exact: true });
    const inside = this.page.getByRole('navigation', { name: 'Main' });
    await expect(allow.or(inside)).toBeVisible();
    if (await allow.isVisible()) await allow.click();
    await expect(inside).toBeVisible();
  }

  /** Signs in without the pages on the way, for tests of what comes after it; a page of ours is open then. */
  async arrive(who: { readonly email: string } = ADA): Promise<void> {
    await this.page.goto(await signInWithoutPages(this.page.request, who, '/files'));
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  async seesFiles(): Promise<void> {
    await expect(
      this.page.getByRole('list', { name: 'Your files' }).getByRole('listitem').first(),
    ).toBeVisible();
  }

  async goTo(where: 'Files' | 'Account' | 'Sessions' | 'Activity'): Promise<void> {
    if (where !== 'Files') await this.openMenu();
    const menu = where === 'Files' ? 'Main' : 'Your account';
    await this.page.getByRole('navigation', { name: menu }).getByRole('link', { name: where }).click();
  }

  /** Opens the menu that shows the account of the person. */
  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: /^Your account/ }).click();
  }
}

/**
 * Follows a link that opens a window, and returns it. The window has the focus until it is closed, as in a browser
 * with windows; in one without, each page believes that it has it, and that the person has come back.
 */
export async function windowOf(page: Page, link: Locator): Promise<Page> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
  });
  const opening = page.waitForEvent('popup');
  await link.click();
  const window = await opening;
  window.once('close', () => {
    page.evaluate(() => Reflect.deleteProperty(document, 'hasFocus')).catch(() => undefined);
  });
  return window;
}

/** Counts the requests of a context to a path. */
export function countRequests(context: BrowserContext, path: string): () => number {
  let count = 0;
  context.on('request', (request: Request) => {
    if (new URL(request.url()).pathname === path) count++;
  });
  return () => count;
}

/** Fails unless there was one refresh, and on a slow machine at most one more for each lifetime of a token. */
export function expectOneForEachLife(refreshes: number, begun: number): void {
  const lives = Math.floor((Date.now() - begun) / (SHORT_LIFE * 1000));
  expect(refreshes).toBeGreaterThan(0);
  expect(refreshes).toBeLessThanOrEqual(1 + lives);
}

/** The smaller form of axe, which a page reads in half the time. */
export const AXE = join(import.meta.dirname, '../node_modules/axe-core/axe.min.js');

/** The rules of axe whose result depends on colours. */
const OF_COLORS = ['color-contrast', 'link-in-text-block'];

/** Returns the words of axe, or nothing if the document has no axe yet. */
function violations(page: Page, rules: readonly string[]): Promise<string[] | undefined> {
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { readonly axe?: typeof Axe };
    if (!axe) return undefined;
    // Angular's CDK puts an open menu into its overlay, which is outside all landmarks, as that of a dialog is;
    // axe makes an exception for dialogs alone.
    const enabled = document.querySelector('[role=menu]') === null;
    const found = await axe.run({
      resultTypes: ['violations'],
      ...(only.length > 0
        ? { runOnly: { type: 'rule', values: [...only] } }
        : { rules: { region: { enabled } } }),
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

/** Fails if axe finds anything. */
export async function expectAccessible(page: Page, rules: readonly string[] = []): Promise<void> {
  let found = await violations(page, rules);
  if (!found) {
    await page.evaluate(await readFile(AXE, 'utf8'));
    found = await violations(page, rules);
  }
  expect(found).toEqual([]);
}

/** The same after another theme was chosen for a page that axe has found accessible. */
export async function expectAccessibleColors(page: Page): Promise<void> {
  await expectAccessible(page, OF_COLORS);
}

/** The start of an error that the network causes, not the page; the person is told. */
const LOST_PAGE = 'ERROR TypeError: Failed to fetch dynamically imported module';

/** The choices of a row for its tests. */
export interface Choices {
  /** The origin of the stand-in for Google. */
  readonly standIn: string | undefined;
}

interface Fixtures {
  readonly google: Google;
  readonly person: Person;
}

/** Notes the faults that no page may have: a break of the content security policy, or an exception. */
export async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeBinding('complain', (_source, words: string) => complaints.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { complain } = window as unknown as { complain: (words: string) => void };
      complain(`${location.href}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  // Angular catches exceptions before the browser counts them as errors of the page, and writes them to the
  // console.
  context.on('console', (message) => {
    const words = message.text();
    if (message.type() === 'error' && words.startsWith('ERROR') && !words.startsWith(LOST_PAGE))
      complaints.push(words);
  });
}

export function expectNone(complaints: string[], baseURL: string | undefined): void {
  expect(complaints.filter((words) => !words.startsWith('http') || words.startsWith(baseURL ?? ''))).toEqual(
    [],
  );
}

/** A test that fails with its pages. */
export const guarded = base.extend({
  context: async ({ context, baseURL }, use) => {
    const complaints: string[] = [];
    await watch(context, complaints);
    await use(context);
    expectNone(complaints, baseURL);
  },
});

export const test = guarded.extend<Fixtures & Choices>({
  standIn: [undefined, { option: true }],

  google: [
    async ({ request, standIn }, use) => {
      const google = new Google(request, standIn);
      await google.reset();
      await use(google);
      await google.reset();
    },
    { auto: true },
  ],

  person: async ({ page }, use) => {
    await use(new Person(page));
  },
});
