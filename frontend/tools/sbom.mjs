// Writes a CycloneDX list of the production dependencies beside the built pages. It is made from the
// lockfile, the same bytes each time: `npm sbom --omit dev` leaves out every package that a development
// dependency needs as well, Angular's core too.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/app/holdfast-frontend-sbom.json');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const bundled = new Set(
  [...readFileSync(join(root, 'dist/app/3rdpartylicenses.txt'), 'utf8').matchAll(/^Package: (.+)$/gm)].map(
    ([, name]) => name,
  ),
);

const nameOf = (path) => path.replace(/^.*node_modules\//, '');
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** Returns the licence in SPDX terms: a single id, or an expression. */
const licence = (spdx) => (/[ ()]/.test(spdx) ? { expression: spdx } : { license: { id: spdx } });

const components = Object.entries(packages)
  // The content of the pages counts, whatever the lockfile says: of @angular/localize only the part for
  // browsers is in them, so its tools, and what those need, are no production dependencies.
  .filter(
    ([path, { dev, devOptional, link }]) =>
      path && !link && (bundled.has(nameOf(path)) || (!dev && !devOptional)),
  )
  .map(([path, { version, license, integrity }]) => ({
    type: 'library',
    'bom-ref': purl(nameOf(path), version),
    name: nameOf(path),
    version,
    scope: bundled.has(nameOf(path)) ? 'required' : 'optional',
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
    ],
    licenses: license ? [licence(license)] : [],
    purl: purl(nameOf(path), version),
  }));

const forgotten = [...bundled].filter((name) => !components.some((component) => component.name === name));
if (forgotten.length > 0)
  throw new Error(`In the pages, but no production dependency: ${forgotten.join(', ')}`);

const [own] = Object.values(packages);
const hash = createHash('sha256').update(JSON.stringify(components)).digest('hex');
const serial = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
const sbom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${serial}`,
  version: 1,
  metadata: {
    component: {
      type: 'application',
      'bom-ref': purl(own.name, own.version),
      name: own.name,
      version: own.version,
      licenses: [licence(own.license)],
      purl: purl(own.name, own.version),
    },
  },
  components,
};
writeFileSync(output, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`Listed ${components.length} production dependencies, ${bundled.size} of them in the pages`);
