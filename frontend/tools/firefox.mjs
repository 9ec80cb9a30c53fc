// A smoke run in Firefox, over WebDriver BiDi: two tabs, a silent refresh, and an end that reaches both. Needs a running
// server and stand-in for Google (as the demo) and an installed Firefox; the driver is installed beside this file when
// missing.
import { execFileSync } from 'node:child_process';
import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ORIGIN = process.env.HOLDFAST_URL ?? 'http://localhost:9080';
const STANDIN = process.env.STANDIN_URL ?? 'http://127.0.0.1:9090';
/** The lifetime of the server's access tokens. */
const SECONDS = Number(process.env.HOLDFAST_SESSION_SECONDS ?? 300);
const WAIT = { timeout: 30_000 };
const PERSON = 'ada.okafor@mail.example';
const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

const home = join(import.meta.dirname, 'firefox');
if (!existsSync(join(home, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefix', home], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
const driver = new URL(
  './firefox/node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js',
  import.meta.url,
);
const { default: puppeteer } = await import(driver.href);

const executablePath = [process.env.FIREFOX_BIN, ...PLACES].find((path) => path && existsSync(path));
assert.ok(executablePath, 'No Firefox found: install it, or name it in FIREFOX_BIN');
const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });

let refreshes = 0;

async function tab() {
  const page = await browser.newPage();
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/token/refresh')) refreshes++;
  });
  return page;
}

async function shows(page, words) {
  await page.waitForFunction((text) => globalThis.document.body.innerText.includes(text), WAIT, words);
}

try {
  const [one, other] = [await tab(), await tab()];
  await one.goto(ORIGIN);
  await shows(one, 'Sign in with Google');
  await Promise.all([one.waitForNavigation(), one.click('a.google')]);
  const google = new URL(one.url());
  google.searchParams.set('standin_person', PERSON);
  google.searchParams.set('standin_consent', 'all');
  await one.goto(google.href);
  await shows(one, 'Newest first');
  await other.goto(`${ORIGIN}/account`);
  await shows(other, 'Connected');
  console.log('signed in, two tabs');

  if (SECONDS < 60) {
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    refreshes = 0;
    await one.bringToFront();
    await one.type('input[matinput]', 'plan');
    await shows(one, 'Best matches first');
    await shows(one, 'Launch plan');
    assert.ok(refreshes > 0, 'the token had run out');
    console.log('refreshed in silence');
  }

  const gone = await fetch(`${STANDIN}/control/api/scenarios`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'ACCESS_REMOVED', person: PERSON }),
  });
  assert.ok(gone.ok, await gone.text());
  await one.bringToFront();
  await one.reload();
  for (const page of [one, other]) {
    await page.waitForFunction(() => globalThis.location.search.includes('reason=google_revoked'), WAIT);
    await shows(page, 'Access to your Google Drive was removed');
  }
  console.log('both tabs say why it is over');
} finally {
  await browser.close();
}
