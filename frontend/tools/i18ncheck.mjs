// Fails when a text of the pages has no words in a language, or a language has words for a text that was
// removed. The texts come from `ng extract-i18n`. For each language, src/i18n/<language>/<room>.json has the
// texts `<room>.…`.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { translations: texts } = read(join(root, 'dist/i18n/messages.json'));
const problems = [];
const placeholders = (text) => [...new Set(text.match(/\{\$?[A-Z][A-Z0-9_a-z]*\}/g) ?? [])].sort().join(' ');

for (const id of Object.keys(texts)) {
  if (!/^[a-z]+(\.[a-z0-9-]+)+$/.test(id))
    problems.push(`"${texts[id]}": its id ${id} is not of the form room.name (i18n="@@room.name")`);
}
const directory = join(root, 'src/i18n');
const languages = readdirSync(directory);
for (const language of languages) {
  const known = {};
  const index = readFileSync(join(directory, language, 'index.ts'), 'utf8');
  for (const file of readdirSync(join(directory, language)).filter((name) => name.endsWith('.json'))) {
    const room = basename(file, '.json');
    if (!index.includes(`'./${file}'`)) problems.push(`${language}/index.ts does not load ${file}`);
    for (const [id, words] of Object.entries(read(join(directory, language, file)))) {
      if (!id.startsWith(`${room}.`)) problems.push(`${language}/${file}: ${id} belongs to another room`);
      known[id] = words;
    }
  }
  for (const [id, text] of Object.entries(texts)) {
    if (known[id] === undefined) problems.push(`${language}: nothing for ${id}: "${text}"`);
    else if (placeholders(known[id]) !== placeholders(text))
      problems.push(`${language}: ${id} has other placeholders than "${text}"`);
  }
  for (const id of Object.keys(known)) {
    if (texts[id] === undefined) problems.push(`${language}: ${id} is no text of the pages any more`);
  }
}
console.log(`${Object.keys(texts).length} texts, in English and ${languages.join(', ')}`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
