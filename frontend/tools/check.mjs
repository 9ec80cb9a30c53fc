// Runs all checks in two rows side by side: a machine has at least two processors, and most checks use one.
// The output of a check is printed when it has ended. A row ends at its first failure, which ends the whole
// run.
import { spawn } from 'node:child_process';

const ROWS = [
  ['lockcheck', 'format:check', 'build:session', 'apicheck', 'packcheck', 'lint'],
  ['i18ncheck', 'test'],
];

function run(script) {
  return new Promise((resolve) => {
    const began = Date.now();
    const check = spawn('npm', ['run', script], { shell: process.platform === 'win32' });
    let said = '';
    for (const output of [check.stdout, check.stderr]) output.on('data', (words) => (said += words));
    check.on('error', (error) => resolve({ said: `${said}${error}\n`, passed: false }));
    check.on('close', (status) =>
      resolve({ said, passed: status === 0, seconds: Math.round((Date.now() - began) / 1000) }),
    );
  });
}

async function runAll(row) {
  for (const script of row) {
    const { said, passed, seconds } = await run(script);
    process.stdout.write(`${said}\n${script} ${passed ? 'has passed' : 'HAS FAILED'} after ${seconds} s\n`);
    if (!passed) return false;
  }
  return true;
}

const passed = await Promise.all(ROWS.map(runAll));
process.exitCode = passed.every(Boolean) ? 0 : 1;
