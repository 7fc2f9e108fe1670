import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A browser to run, and a font configuration that adds the fonts it came with to the machine's own, if any. */
export type BrowserProgram = { readonly path: string; readonly fonts: string | null };

const run = promisify(execFile);

const installed = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const starts = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/**
 * The browser that ENTENTE_BROWSER names, else one of the system's, else the one from npm, else Debian's, installed now.
 * @param say hears what takes longer than a moment
 */
export const findBrowser = async (say: (line: string) => void = () => undefined): Promise<BrowserProgram> => {
  const named = process.env['ENTENTE_BROWSER'];
  if (named) return { path: named, fonts: null };
  const system = installed.find(starts);
  if (system !== undefined) return { path: system, fonts: null };
  const packed = await unpackFromPackage(say).catch(() => null);
  if (packed !== null && starts(packed.path)) return packed;
  say('Installing Debian’s chromium, for the journeys in a browser ...');
  await run('apt-get', ['update']).catch(() => undefined);
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']).catch(() => undefined);
  if (starts('chromium')) return { path: 'chromium', fonts: null };
  throw new Error(
    'No browser was found for the journeys, and none could be installed. Install Chromium, or name one with ENTENTE_BROWSER.',
  );
};

const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));

/** Unpacked once into a folder of its own, beside and renamed: two test runs may ask at the same time. */
const unpackFromPackage = async (say: (line: string) => void): Promise<BrowserProgram> => {
  const manifest = new URL('../../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    say('Unpacking a browser for the journeys ...');
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'unpack-'));
    await unpackInto(fresh);
    await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(join(folder, 'fonts')));
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  }
  return { path: join(folder, 'chromium'), fonts: join(folder, 'fonts.conf') };
};

const fontConfiguration = (folder: string): string =>
  `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;

/** The package unpacks into the system's folder for temporary files, wherever that is said to be. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};
