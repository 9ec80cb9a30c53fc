// Fails when the public API of the built session library is not what projects/session/api records, when a part of it is
// not documented, or when it uses something that is not exported. `npm run api` (this with --record) records it.
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const project = join(import.meta.dirname, '../projects/session');
const types = join(import.meta.dirname, '../dist/session/types');
const record = process.argv.includes('--record');

/** Tells the messages that are no faults: Angular’s own additions need no words, and the fakes use types that the core exports. */
function isNoFault({ messageId, text }, entry) {
  if (messageId === 'ae-undocumented') return text.includes('for "ɵ');
  return messageId === 'ae-forgotten-export' && entry === 'session-testing';
}

for (const entry of ['session', 'session-core', 'session-testing']) {
  const configObject = ExtractorConfig.loadFile(join(project, 'api-extractor.json'));
  configObject.mainEntryPointFilePath = join(types, `holdfast-${entry}.d.ts`);
  configObject.apiReport.reportFileName = `${entry}.api.md`;
  configObject.projectFolder = project;
  const config = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: join(project, 'api-extractor.json'),
    packageJsonFullPath: join(project, 'package.json'),
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: record,
    messageCallback: (message) => {
      if (isNoFault(message, entry)) message.logLevel = 'none';
    },
  });
  console.log(`${entry}: ${apiReportChanged ? 'its API has changed' : 'its API is as recorded'}`);
  if (apiReportChanged && !record)
    console.error('If that is meant, record it with `./run run api`, and tell of it in CHANGELOG.md.');
  if (!succeeded) process.exitCode = 1;
}
