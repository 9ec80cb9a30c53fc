import { defineConfig } from '@playwright/test';
import { headlessBrowser } from '../tools/browser.mjs';
import { ofThisRow, rows } from './rig/row';

/** Tests of pages in made-up states: they need the files of the pages alone, so several can run at once. */
const STATES = ['appearance.spec.ts', 'shell.spec.ts'];

/**
 * Needs a running server, with access tokens of a few seconds (`SHORT_LIFE`), and a running stand-in for
 * Google.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  projects: [
    // Each row has one server and one Google for all its tests, which share its faults and counts. The tests
    // in `https` need a server on https. Tokens live three seconds: a test may try again on a machine that
    // stalls that long. Such a try is reported as flaky.
    { name: 'journeys', testIgnore: ['https/**', ...STATES], workers: rows('HOLDFAST_URL'), retries: 2 },
    // The browser makes up the answers of the server.
    { name: 'states', testMatch: STATES, fullyParallel: true },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: ofThisRow('HOLDFAST_URL', 'http://localhost:9080'),
    locale: 'en-GB',
    // A trace would take a quarter of the time; `--trace on` records one.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: await headlessBrowser(),
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
