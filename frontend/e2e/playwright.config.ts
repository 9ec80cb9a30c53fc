import { defineConfig } from '@playwright/test';
import { headlessBrowser } from '../tools/browser.mjs';
import { ofThisRow, rows } from './rig/row';

/** Tests of pages in states that are made up: they need the files of the pages alone, so several can run at once. */
const STATES = ['appearance.spec.ts', 'shell.spec.ts'];

/** The server must be running, with access tokens of a few seconds (`SHORT_LIFE`), and so must the stand-in for Google. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  projects: [
    // In each row one server and one Google for all: its weather and its counts are shared. Those in https want a server
    // on https. Tokens live three seconds: on a machine that stalls as long a journey may try again. Such a try is told as
    // flaky.
    { name: 'journeys', testIgnore: ['https/**', ...STATES], workers: rows('HOLDFAST_URL'), retries: 2 },
    // The browser makes up what the server answers.
    { name: 'states', testMatch: STATES, fullyParallel: true },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: ofThisRow('HOLDFAST_URL', 'http://localhost:9080'),
    locale: 'en-GB',
    // A trace would cost a quarter of the time: `--trace on` makes one.
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
