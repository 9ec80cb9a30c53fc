import { Page } from '@playwright/test';
import { AXE, expectNone, guarded, watch } from '../fixtures';
import { Wire } from '../wire';

const WIDE = { width: 1280, height: 800 };

/** A test of pages whose server is made up on the wire; the wire brings only the files of the pages from it. */
export const testOfStates = guarded.extend<object, { readonly wire: Wire }>({
  wire: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what it needs from here.
    async ({}, use) => {
      const wire = await Wire.open();
      await use(wire);
      wire.close();
    },
    { scope: 'worker' },
  ],

  proxy: async ({ wire }, use) => {
    await use({ server: wire.address });
  },
});

interface Studio {
  readonly page: Page;
  readonly complaints: string[];
}

/**
 * A test in the page that all tests of its worker share: the browser keeps its process, and the files of the
 * pages in memory. Nothing may be intercepted, or else the browser keeps nothing.
 */
export const testOfLooks = testOfStates.extend<object, { readonly studio: Studio }>({
  studio: [
    async ({ browser, wire }, use, { project }) => {
      const { baseURL = '', locale = '' } = project.use;
      const proxy = { server: wire.address };
      const context = await browser.newContext({ baseURL, locale, proxy, reducedMotion: 'reduce' });
      const complaints: string[] = [];
      await watch(context, complaints);
      // Once for all documents: to send it to each of them takes as long as to look with it.
      await context.addInitScript({ path: AXE });
      await use({ page: await context.newPage(), complaints });
      await context.close();
    },
    { scope: 'worker' },
  ],

  page: async ({ studio: { page, complaints }, baseURL }, use) => {
    complaints.length = 0;
    await page.setViewportSize(WIDE);
    await use(page);
    await page.evaluate(() => {
      localStorage.clear();
    });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expectNone(complaints, baseURL);
  },
});
