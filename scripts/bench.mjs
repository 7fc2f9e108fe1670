// npm run bench: every benchmark with its bar, one after another; a word as argument picks those whose name has it.
import { readdirSync } from 'node:fs';
import { build } from './prepare-build.mjs';
import { findNode, install, root, run, say } from './prepare-install.mjs';

const wanted = process.argv.slice(2);
await install();
await build();
const benches = readdirSync(`${root}bench`)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();
let worst = 0;
for (const name of benches) {
  say(`\n${name.replace('.bench.ts', '').replaceAll('-', ' ')} ...`);
  worst = Math.max(worst, await run(findNode(), [`${root}bench/${name}`], { stdio: 'inherit' }));
}
process.exit(worst);
