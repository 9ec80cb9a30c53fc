// Packs the built session library, installs the packed file into a fresh application outside this workspace (tools/freshapp),
// and runs it there: the core in a Node.js without a DOM and without Angular, all of it in a Node.js without a DOM, the
// application's build and its test. What the library does not bring is linked from this workspace.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const app = mkdtempSync(join(tmpdir(), 'fresh-app-'));
const onWindows = process.platform === 'win32';

function run(command, ...args) {
  const began = Date.now();
  const said = execFileSync(command, args, {
    cwd: app,
    encoding: 'utf8',
    shell: onWindows && command === 'npm',
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', CI: 'true' },
  });
  console.log(`${args.join(' ')}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return said;
}

function pack() {
  const built = join(root, 'dist/session');
  const [{ filename, files }] = JSON.parse(run('npm', 'pack', built, '--json', '--ignore-scripts'));
  const names = files.map(({ path }) => path);
  for (const needed of ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'])
    assert.ok(names.includes(needed), `${needed} is not in the package`);
  assert.equal(read(built, 'LICENSE'), read(root, '../LICENSE'), 'The licence is not that of the project');
  const { version, peerDependencies } = JSON.parse(read(built, 'package.json'));
  assert.ok(
    read(built, 'CHANGELOG.md').includes(`## [${version}]`),
    `CHANGELOG.md says nothing of ${version}`,
  );
  assert.doesNotMatch(read(built, 'fesm2022/holdfast-session-core.mjs'), /from '(@angular|rxjs|@holdfast)/);
  for (const [peer, range] of Object.entries(peerDependencies)) expectPeer(peer, range);
  return filename;
}

/** The ranges are of the form ^1.2.3. */
function expectPeer(peer, range) {
  const parts = (text) => text.split('.').map(Number);
  const { version } = JSON.parse(read(modules, peer, 'package.json'));
  const [[major, minor], [least, leastMinor]] = [parts(version), parts(range.slice(1))];
  assert.ok(
    range.startsWith('^') && major === least && minor >= leastMinor,
    `${peer} ${version} is not ${range}`,
  );
}

function read(...path) {
  return readFileSync(join(...path), 'utf8');
}

/** Each package that the application does not have yet. */
function link(directory = '') {
  for (const name of readdirSync(join(modules, directory))) {
    const path = join(directory, name);
    const target = join(app, 'node_modules', path);
    if (name.startsWith('@') && directory === '') {
      mkdirSync(target, { recursive: true });
      link(path);
    } else if (!name.startsWith('.') && !existsSync(target)) {
      symlinkSync(join(modules, path), target, onWindows ? 'junction' : 'dir');
    }
  }
}

try {
  cpSync(join(import.meta.dirname, 'freshapp'), app, { recursive: true });
  const file = pack();
  run('npm', 'install', `./${file}`, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund');
  process.stdout.write(run(process.execPath, 'core.mjs'));
  link();
  process.stdout.write(run(process.execPath, 'server.mjs'));
  const ng = join(modules, '@angular/cli/bin/ng.js');
  run(process.execPath, ng, 'build');
  run(process.execPath, ng, 'test', '--watch=false');
} catch (error) {
  console.error(`${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(app, { recursive: true, force: true });
}
