import { defineConfig } from '@playwright/test';
import { browser } from '../tools/browser.mjs';
import common from './playwright.config';

/**
 * A server whose public URL is https, and a neighbouring host: the names of both lead to its TLS port. Cookies and sites
 * are the matter here, so the browser is the one that people have.
 */
export default defineConfig({
  ...common,
  testDir: 'https',
  workers: 1,
  projects: [{ name: 'https' }],
  use: {
    ...common.use,
    ignoreHTTPSErrors: true,
    // What a page of ours may do is for others to test; here scripts of the test speak from it.
    bypassCSP: true,
    launchOptions: {
      ...common.use?.launchOptions,
      executablePath: await browser(),
      args: [
        ...(common.use?.launchOptions?.args ?? []),
        `--host-resolver-rules=MAP *.fernhill.example:443 127.0.0.1:${process.env['HOLDFAST_TLS_PORT'] ?? '9443'}`,
      ],
    },
  },
});
