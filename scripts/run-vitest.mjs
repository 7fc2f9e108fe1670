import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode, run, tool } from './prepare-install.mjs';

/** Runs the tests of some vitest projects, shows them as they go, and gives the counts. */
export const runVitest = async (projects, more = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-results-'));
  const results = join(folder, 'results.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const args = [tool('vitest/vitest.mjs'), 'run', ...chosen, '--passWithNoTests', ...reporters, ...more];
    const code = await run(findNode(), args, { stdio: ['ignore', 'inherit', 'inherit'] });
    return { ...count(results), code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A file that could not even be loaded has no failed test in it, and counts as one. */
const count = (results) => {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
};
