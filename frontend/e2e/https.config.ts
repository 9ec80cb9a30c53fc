import { defineConfig } from '@playwright/test';
import { browser } from '../tools/browser.mjs';
import common from './playwright.config';

/**
 * A server whose public URL is https, and a neighbouring host: the names of both lead to its TLS port. These
 * tests are about cookies and sites, so they need the browser that people have.
 */
export default defineConfig({
  ...common,
  testDir: 'https',
  workers: 1,
  projects: [{ name: 'https' }],
  use: {
    ...common.use,
    baseURL: process.env['HOLDFAST_URL'] ?? 'http://localhost:9080',
    ignoreHTTPSErrors: true,
    // Other tests check the policy of our pages; here scripts of the test run in them.
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
