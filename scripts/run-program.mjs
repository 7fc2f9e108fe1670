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
  const program = ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, 'dist/server/cli.mjs'), ...args];
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...program], process.env);
  }
  // The channel tells the program when we are killed: it then ends too, and the database with it.
  process.exit(await run(node, program, { cwd: process.cwd(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }));
};
