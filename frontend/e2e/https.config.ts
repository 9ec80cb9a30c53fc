import { defineConfig } from '@playwright/test';
import common from './playwright.config';

/** A server whose public URL is https, and a neighbouring host: the names of both lead to its TLS port. */
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
      args: [
        ...(common.use?.launchOptions?.args ?? []),
        `--host-resolver-rules=MAP *.fernhill.example:443 127.0.0.1:${process.env['HOLDFAST_TLS_PORT'] ?? '9443'}`,
      ],
    },
  },
});
