// npm run check: what every change must pass before it is tested. All parts run, so that one run tells everything.
import { giveUp, install, root, run, say } from './prepare-install.mjs';

const parts = [
  { name: 'format', command: 'biome', args: ['format', '.'], mend: 'npm run format' },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '.'] },
  { name: 'types', command: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of the pure part', command: 'tsc', args: ['-p', 'tsconfig.pure.json'] },
  { name: 'dead code', command: 'knip', args: [] },
];

await install();
const failed = [];
for (const { name, command, args, mend } of parts) {
  say(`\n${name} ...`);
  const path = `${root}node_modules/.bin:${process.env.PATH}`;
  const code = await run(command, args, { env: { ...process.env, PATH: path } });
  if (code !== 0) failed.push(mend ? `${name} (mended by ${mend})` : name);
}
if (failed.length > 0) giveUp(`\nNot in order: ${failed.join(', ')}.`);
say('\nAll in order.');
