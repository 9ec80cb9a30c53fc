import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const HERE = join(import.meta.dirname, '..');

/** A server, its stand-in for Google, and the files whose journeys run against them, one after another. */
export interface Row {
  readonly origin: string;
  readonly standIn: string;
  readonly files: readonly string[];
}

/** Returns the addresses in an environment variable: as many as there are rows, with spaces between them. */
function addresses(variable: string, otherwise: string): readonly string[] {
  return (process.env[variable] ?? otherwise).split(' ');
}

/** Returns the rows, and shares out all files of journeys but `others` among them; a larger file takes longer. */
export function rows(others: readonly string[]): readonly Row[] {
  const standIns = addresses('STANDIN_URL', 'http://127.0.0.1:9090');
  const shares = addresses('HOLDFAST_URL', 'http://localhost:9080').map((origin, at) => ({
    origin,
    standIn: standIns[at] ?? '',
    files: [] as string[],
    size: 0,
  }));
  const sized = readdirSync(HERE)
    .filter((name) => name.endsWith('.spec.ts') && !others.includes(name))
    .map((name) => ({ name, size: statSync(join(HERE, name)).size }))
    .sort((one, other) => other.size - one.size);
  for (const { name, size } of sized) {
    const lightest = shares.reduce((one, other) => (other.size < one.size ? other : one));
    lightest.files.push(name);
    lightest.size += size;
  }
  return shares;
}
