#!/usr/bin/env node
import { runProgram } from './run-program.mjs';

await runProgram(process.argv.slice(2), { pages: process.argv[2] === 'serve' });
