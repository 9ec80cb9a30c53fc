// Prints the path of a Chromium-like browser, installing one if need be. Used by e2e/playwright.config.ts.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
/** Names of Chromium without windows: it draws pages as always, for half the processor time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function named() {
  return [process.env.CHROME_BIN, process.env.CHROME_PATH].find((path) => path && existsSync(path));
}

function onThePath(names) {
  const directories = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(existsSync);
}

function installed() {
  return onThePath(NAMES) ?? PLACES.find(existsSync);
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function run(command, ...args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  try {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  } catch {
    return undefined;
  }
  return installed();
}

/**
 * Downloads a browser. This comes last, because it hangs or fails where only package registries can be
 * reached.
 */
async function downloaded() {
  run(
    process.execPath,
    join(import.meta.dirname, '../node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  );
  return ofPlaywright();
}

/** Resolves with the path of a browser; rejects if there is none. */
export async function browser() {
  const path = named() ?? installed() ?? (await ofPlaywright()) ?? fromDebian() ?? (await downloaded());
  if (!path) throw new Error('No browser found: install Chromium or Chrome, or name one in CHROME_BIN');
  return path;
}

/** The same for pages alone, without windows: the path of a headless shell if there is one. */
export async function headlessBrowser() {
  return named() ?? onThePath(SHELLS) ?? (await browser());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await browser());
