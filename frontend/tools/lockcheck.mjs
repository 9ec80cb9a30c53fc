// Fails when a lockfile lacks an entry that `npm ci` on some other platform would miss, or holds a download address.
import { readFileSync } from 'node:fs';

const problems = [];
for (const file of [
  'package-lock.json',
  'tools/node/package-lock.json',
  'tools/lighthouse/package-lock.json',
  'tools/firefox/package-lock.json',
]) {
  const { packages } = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
  const present = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved) problems.push(`${file}: ${path} names a download address`);
    if (path && !entry.link && !entry.inBundle && !entry.integrity)
      problems.push(`${file}: ${path} has no hash`);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      if (!present.has(name)) problems.push(`${file}: ${name}, needed by ${path || 'the root'}, is missing`);
    }
  }
  console.log(`${file}: ${present.size - 1} entries`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
