import { pathToFileURL } from 'node:url';
import { build } from './prepare-build.mjs';
import { findNode, giveUp, install, root, run, say } from './prepare-install.mjs';
import { runVitest } from './run-vitest.mjs';

/** The journeys in a browser, on the built pages. */
export const runJourneys = async (more = []) => {
  await build();
  const code = await run(findNode(), [`${root}src/platform/testing/browser-ready.ts`]);
  if (code !== 0) giveUp('The journeys need a browser: the reason why there is none stands above.', code);
  return runVitest(['journeys'], more);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await install();
  const { passed, failed, code } = await runJourneys(process.argv.slice(2));
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : code);
}
