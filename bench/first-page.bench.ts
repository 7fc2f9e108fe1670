import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a reader downloads before the first page can be used: the entry, its page, and all that these import at once. */
const barInKilobytes = 200;

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};
type Manifest = { readonly [name: string]: Chunk };

const webFolder = fileURLToPath(new URL('../dist/web/', import.meta.url));

/** The chunks that are loaded with some others, by following static imports only. */
const loadedWith = (manifest: Manifest, names: readonly string[]): ReadonlySet<string> => {
  const loaded = new Set<string>();
  const visit = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const next of manifest[name]?.imports ?? []) visit(next);
  };
  for (const name of names) visit(name);
  return loaded;
};

const gzippedKilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${webFolder}${file}`), { level: 9 }).length, 0) / 1000;

const manifestPath = `${webFolder}.vite/manifest.json`;
if (!existsSync(manifestPath)) {
  console.error('There are no built pages in dist/web. Run "npm run build" first.');
  process.exit(2);
}
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
const pageNamed = (page: string): string[] => Object.keys(manifest).filter((name) => name.endsWith(`/${page}.tsx`));

let isWithin = true;
for (const page of ['SignInPage', 'AllianceListPage']) {
  const [found] = pageNamed(page);
  if (!found) continue;
  const chunks = [...loadedWith(manifest, [entry, found])].flatMap((name) => manifest[name] ?? []);
  const scripts = gzippedKilobytes([...new Set(chunks.map(({ file }) => file))]);
  const styles = gzippedKilobytes([...new Set(chunks.flatMap(({ css }) => css ?? []))]);
  isWithin &&= scripts <= barInKilobytes;
  const verdict = scripts <= barInKilobytes ? 'within' : 'ABOVE';
  console.log(
    `first page, ${page}: ${scripts.toFixed(1)} kB of JavaScript gzipped, bar ${barInKilobytes} kB: ${verdict} (styles ${styles.toFixed(1)} kB)`,
  );
}
process.exitCode = isWithin ? 0 : 1;
