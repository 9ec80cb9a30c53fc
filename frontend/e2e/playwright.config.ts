import { defineConfig } from '@playwright/test';
import { browser } from '../tools/browser.mjs';

/** The server must be running, with access tokens of a few seconds (`SHORT_LIFE`), and so must the stand-in for Google. */
export default defineConfig({
  testDir: '.',
  // These want a server on https: https.config.ts.
  testIgnore: 'https/**',
  outputDir: '../test-results',
  // One server and one Google for all: its weather and its counts are shared.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['HOLDFAST_URL'] ?? 'http://localhost:9080',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await browser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
