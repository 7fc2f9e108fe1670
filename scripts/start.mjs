import { runProgram } from './run-program.mjs';

await runProgram(['serve', ...process.argv.slice(2)], { pages: true });
