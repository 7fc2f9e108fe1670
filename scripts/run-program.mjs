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
 * Who must not be outlived: ourselves if we stay in between, and under npm its shell, if any, and npm itself. A signal to
 * npm may end those two without reaching the program. Never the person's own shell, which may end long before us.
 */
const startedBy = (isReplaced) => {
  const ours = isReplaced ? [] : [process.pid];
  if (process.env.npm_lifecycle_event === undefined) return ours;
  const parent = describe(process.ppid);
  const isNpm = ({ command }) => /(^|[\s/])npm/.test(command);
  if (isNpm(parent)) return [...ours, process.ppid];
  const grandparent = describe(parent.parent);
  return isNpm(grandparent) ? [...ours, process.ppid, parent.parent] : ours;
};

/** What a process is called and whose child it is, where the system tells. */
const describe = (pid) => {
  try {
    const said = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [parent, ...command] = said.split(/\s+/);
    return { parent: Number(parent), command: command.join(' ') };
  } catch {
    return readProc(pid);
  }
};

const readProc = (pid) => {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return { parent: 0, command: '' };
  }
};
