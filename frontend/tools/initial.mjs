// Preloads everything that English needs before its first page, and holds it to the budget. `main.ts` imports
// `start.ts` only once the language is known, so the builder does not count the files behind that import. Here
// index.html gets preload links for them, so that the import need not wait.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes, not compressed. */
const BUDGET = 400_000;

const output = join(import.meta.dirname, '../dist/app');
const page = join(output, 'browser/index.html');
const stats = join(output, 'browser-stats.json');
const { outputs } = JSON.parse(readFileSync(stats, 'utf8'));
const find = (source) => {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`No file is made of ${source}`);
  return found[0];
};

const initial = new Set();
const visit = (name) => {
  if (initial.has(name)) return;
  initial.add(name);
  for (const { path, kind, external } of outputs[name].imports) {
    if (kind === 'import-statement' && !external) visit(path);
  }
};
visit(find('src/main.ts'));
visit(find('src/app/start.ts'));

const html = readFileSync(page, 'utf8');
const missing = [...initial].filter((name) => !html.includes(`"/${name}"`));
const links = missing.map((name) => `<link rel="modulepreload" href="/${name}">`).join('');
writeFileSync(page, html.replace('</head>', `${links}</head>`));
rmSync(stats);

const others = [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="\/([^"]+)"/g)].map(
  ([, name]) => name,
);
const files = new Set([...initial, ...others]);
const sum = [...files]
  .map((name) => statSync(join(output, 'browser', name)).size)
  .reduce((all, size) => all + size, 0);
console.log(`Initial: ${(sum / 1000).toFixed(1)} kB in ${files.size} files`);
if (sum > BUDGET) {
  console.error(`That is over the budget of ${BUDGET / 1000} kB`);
  process.exitCode = 1;
}
