// Fails when a public symbol of the session library, or a member of one, has no documentation.
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const entries = ['projects/session/src/public-api.ts', 'projects/session/testing/public-api.ts'].map((file) =>
  join(root, file),
);
const config = join(root, 'projects/session/tsconfig.lib.json');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(config, ts.sys.readFile).config,
  ts.sys,
  dirname(config),
);
const program = ts.createProgram(entries, options);
const checker = program.getTypeChecker();
const undocumented = [];
let documented = 0;

function isPublic(declaration) {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const named = !declaration.name || !ts.isPrivateIdentifier(declaration.name);
  return named && (ts.getCombinedModifierFlags(declaration) & hidden) === 0;
}

/** Members that implement an interface of ours are documented there. */
function check(symbol, path, inherited = new Set()) {
  const declaration = symbol.declarations?.find(isPublic);
  if (!declaration) return;
  if (symbol.getDocumentationComment(checker).length > 0 || inherited.has(symbol.name)) documented++;
  else undocumented.push(path);
  if (!ts.isClassDeclaration(declaration) && !ts.isInterfaceDeclaration(declaration)) return;
  const promised = new Set(
    (declaration.heritageClauses ?? [])
      .flatMap(({ types }) => types)
      .flatMap((type) => checker.getTypeAtLocation(type).getProperties())
      .map(({ name }) => name),
  );
  for (const member of symbol.members?.values() ?? []) {
    if (member.flags & (ts.SymbolFlags.Constructor | ts.SymbolFlags.Signature | ts.SymbolFlags.TypeParameter))
      continue;
    check(member, `${path}.${member.name}`, promised);
  }
}

for (const entry of entries) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry));
  for (const exported of checker.getExportsOfModule(module)) {
    check(
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported,
      exported.name,
    );
  }
}
console.log(`${documented} public symbols of the session library are documented`);
if (undocumented.length > 0) {
  console.error(`Undocumented: ${undocumented.join(', ')}`);
  process.exitCode = 1;
}
