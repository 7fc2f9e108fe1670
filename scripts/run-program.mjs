import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './prepare-build.mjs';
import { findNode, install, root, run } from './prepare-install.mjs';

/**
 * Installs and builds what is missing, then becomes the program. Where the system allows it this very process is
 * replaced, so that signals and exit codes need nobody in between; else the program is a child that they are passed to.
 */
export const runProgram = async (args, { pages }) => {
  await install();
  await build({ pages });
  const node = findNode();
  const program = [
    '--disable-warning=ExperimentalWarning',
    '--enable-source-maps',
    join(root, 'dist/server/cli.mjs'),
    ...args,
  ];
  const isReplaced = typeof process.execve === 'function' && process.platform !== 'win32';
  const env = { ...process.env, ENTENTE_STARTED_BY: startedBy(isReplaced).join(',') };
  if (isReplaced) process.execve(node, [node, ...program], env);
  process.exit(await run(node, program, { cwd: process.cwd(), stdio: 'inherit', env }));
};

/**
 * Who must not be outlived: ourselves if we stay in between, and under npm its shell and npm itself. A signal to npm may
 * end those two without reaching the program.
 */
const startedBy = (isReplaced) => {
  const ours = isReplaced ? [] : [process.pid];
  if (process.env.npm_lifecycle_event === undefined) return ours;
  return [...ours, process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1);
};

const parentOf = (pid) => {
  try {
    if (process.platform === 'linux')
      return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
    if (process.platform === 'win32') return 0;
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return 0;
  }
};
