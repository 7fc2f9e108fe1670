// Plain JavaScript that Node 20 runs: it brings everything else, a newer Node included.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const NEEDED = 24;
const isWindows = process.platform === 'win32';

/** Progress and complaints go to stderr: stdout belongs to what a command prints. */
export const say = (line) => process.stderr.write(`${line}\n`);

export const giveUp = (sentence, code = 1) => {
  say(sentence);
  process.exit(code);
};

/** Installs what package-lock.json names and node_modules lacks; does nothing when all is there. */
export const install = async () => {
  if (isInstalled()) return;
  say('Installing what Entente stands on. Once, and it takes about a minute ...');
  const { command, args } = npm();
  const code = await run(command, [...args, 'ci', '--include=dev', '--include=optional', ...quietly], {
    isPatient: false,
  });
  if (code !== 0) giveUp('The installation failed: what npm said stands above. Mend that and start again.', code);
};

/** npm warns of every package that wants a newer Node than the one that installs: it comes with this very step. */
const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];

const isInstalled = () => {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === null) giveUp('package-lock.json is missing: this copy of Entente is not complete.');
  if (present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true;
    return present[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
};

const readPackages = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return null;
  }
};

/** The npm that runs us, else the one on the PATH. */
const npm = () => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js')) return { command: node ?? process.execPath, args: [script] };
  return { command: isWindows ? 'npm.cmd' : 'npm', args: [] };
};

/** The Node that the program runs on: the installed one, else this one if it is new enough. */
export const findNode = () => {
  const installed = join(root, 'node_modules', '.bin', isWindows ? 'node.exe' : 'node');
  if (spawnSync(installed, ['--version']).status === 0) return installed;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  return giveUp(
    `Entente runs on Node ${NEEDED} or newer. None comes with it for this kind of machine (${process.platform} ${process.arch}), and this is Node ${process.versions.node}. Install Node ${NEEDED} and start again.`,
  );
};

/** The path of a tool's own script, run by the Node that was found: no shell and no .cmd in between. */
export const tool = (path) => join(root, 'node_modules', path);

/**
 * Runs a command with our own input and output; its exit code, or 128 and the signal's number. Asked to stop meanwhile,
 * we pass that on, wait for the command to end, and end too: no next step follows.
 */
export const run = (command, args, { isPatient = true, ...options } = {}) =>
  new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: ['inherit', 2, 2], ...options });
    let asked = null;
    const pass = (signal) => {
      asked = signal;
      child.kill(signal);
      // npm can take minutes to notice; what it leaves half done is done anew by the next start.
      if (!isPatient) setTimeout(() => child.kill('SIGKILL'), 3000).unref();
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.once('error', (error) => {
      say(`${command} could not be run: ${error.message}`);
      settle(127);
    });
    child.once('close', (code, signal) => {
      for (const one of signals) process.off(one, pass);
      const result = code ?? 128 + (constants.signals[signal] ?? 0);
      if (asked !== null) process.exit(result);
      settle(result);
    });
  });
