import { defineConfig } from '@playwright/test';
import { headlessBrowser } from '../tools/browser.mjs';
import type { Choices } from './fixtures';
import { rows } from './rig/row';

/** Tests of pages in made-up states: they need the files of the pages alone, so several can run at once. */
const STATES = ['appearance.spec.ts', 'shell.spec.ts'];

const ROWS = rows(STATES);

/**
 * Needs a running server, with access tokens of a few seconds (`SHORT_LIFE`), and a running stand-in for
 * Google.
 */
export default defineConfig<Choices>({
  testDir: '.',
  outputDir: '../test-results',
  // Journeys often wait, and states never: one more than there are rows keeps all processors busy.
  workers: ROWS.length + 1,
  projects: [
    // A row has one server and one Google for all its tests, which share its faults and counts. The tests in
    // `https` need a server on https. Tokens live three seconds: a test may try again on a machine that stalls
    // that long. Such a try is reported as flaky.
    ...ROWS.map(({ origin, standIn, files }, at) => ({
      name: `journeys ${(at + 1).toString()}`,
      testMatch: [...files],
      workers: 1,
      retries: 2,
      use: { baseURL: origin, standIn },
    })),
    // The browser gets made-up answers.
    { name: 'states', testMatch: STATES, fullyParallel: true, use: { baseURL: ROWS[0]?.origin ?? '' } },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
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
