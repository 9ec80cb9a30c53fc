// Measures the pages with Lighthouse, on a mobile phone and at a desk, and fails if one is below 95 of 100.
// Needs a running server and stand-in for Google (as the demo); Lighthouse itself is installed beside this
// file when missing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browser } from './browser.mjs';

const ORIGIN = process.env.HOLDFAST_URL ?? 'http://localhost:9080';
const PERSON = 'ada.okafor@mail.example';
const PAGES = ['/login', '/files', '/account'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FORMS = ['mobile', 'desktop'];
const ENOUGH = 95;
/** The number of runs of each page; the median counts, because a busy machine has slow moments. */
const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 3);
/** The directory for the reports; without it they are not kept. */
const REPORTS = process.env.LIGHTHOUSE_REPORTS;

const home = join(import.meta.dirname, 'lighthouse');
if (!existsSync(join(home, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', home], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
const { default: lighthouse, desktopConfig } = await import(
  new URL('./lighthouse/node_modules/lighthouse/core/index.js', import.meta.url).href
);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function signIn(context) {
  const page = await context.newPage();
  const login = await page.request.get(`${ORIGIN}/auth/login?return_to=/files`, { maxRedirects: 0 });
  const google = new URL(login.headers().location);
  google.searchParams.set('standin_person', PERSON);
  google.searchParams.set('standin_consent', 'all');
  await page.goto(google.href);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.close();
}

async function measure(path, form, port) {
  const config = form === 'desktop' ? desktopConfig : undefined;
  const flags = {
    port,
    logLevel: 'error',
    output: 'html',
    onlyCategories: CATEGORIES,
    disableStorageReset: true,
  };
  const { lhr, report } = await lighthouse(ORIGIN + path, flags, config);
  if (REPORTS) writeFileSync(join(REPORTS, `${path.slice(1)}-${form}.html`), report);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return Object.fromEntries(
    Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
  );
}

function middle(results) {
  return Object.fromEntries(
    Object.keys(results[0]).map((id) => {
      const sorted = results.map((result) => result[id] ?? 0).sort((a, b) => a - b);
      return [id, sorted[Math.floor(sorted.length / 2)]];
    }),
  );
}

const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const port = await freePort();
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await browser(),
  args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu'],
});
try {
  const table = {};
  for (const path of PAGES) {
    if (path !== '/login') await signIn(context);
    for (const form of FORMS) {
      const results = [];
      for (let run = 0; run < RUNS; run++) results.push(await measure(path, form, port));
      table[`${path} ${form}`] = middle(results);
    }
  }
  console.table(table);
  if (Object.values(table).some((scores) => Object.values(scores).some((score) => score < ENOUGH))) {
    console.error(`Below ${ENOUGH}`);
    process.exitCode = 1;
  }
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}
