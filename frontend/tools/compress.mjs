// Adds brotli and gzip forms of the built application's text files, as small as possible; the server picks a
// form.
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const directory = process.argv[2] ?? join(import.meta.dirname, '../dist/app/browser');
const TEXT = /\.(js|css|svg|json)$/;
/** Bytes; a smaller file fits into the first packet anyway. */
const WORTH_IT = 1024;

const FORMS = {
  '.br': (content) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  '.gz': (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
};

const sum = { '': 0, '.br': 0, '.gz': 0 };
for (const name of readdirSync(directory, { recursive: true })) {
  const path = join(directory, name);
  if (/\.(br|gz)$/.test(name)) rmSync(path);
  if (!TEXT.test(name) || statSync(path).size < WORTH_IT) continue;
  const content = readFileSync(path);
  sum[''] += content.length;
  for (const [ending, compress] of Object.entries(FORMS)) {
    const smaller = compress(content);
    sum[ending] += smaller.length;
    writeFileSync(path + ending, smaller);
  }
}
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
console.log(`Compressed ${kB(sum[''])} to ${kB(sum['.br'])} (brotli) and ${kB(sum['.gz'])} (gzip)`);
