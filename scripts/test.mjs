// npm test: everything, from a fresh clone on. Arguments go to vitest (a path, -t 'a title').
import { runJourneys } from './journeys.mjs';
import { install } from './prepare-install.mjs';
import { runVitest } from './run-vitest.mjs';

const started = Date.now();
const more = process.argv.slice(2);
await install();

console.log('\n1 of 2: architecture, domain and server\n');
const inside = await runVitest(['pure', 'server'], more);

console.log('\n2 of 2: journeys in a browser\n');
const journeys = await runJourneys(more);

const passed = inside.passed + journeys.passed;
const failed = inside.failed + journeys.failed;
console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : inside.code || journeys.code);
