import { findBrowser } from './browser-program.ts';

/** Run before the journeys, so that the browser is there, once, before several of them ask for it at the same time. */
const { path } = await findBrowser((line) => process.stderr.write(`${line}\n`));
process.stderr.write(`Browser: ${path}\n`);
