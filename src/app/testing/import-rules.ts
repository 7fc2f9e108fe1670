/** The ladder: a capability imports only from those above it. */
export const ladder = ['people', 'access', 'alliances', 'sponsorship', 'portfolio'];

export type Place = {
  /** The folder in src/: a capability, or kernel, platform, ui, app. */
  readonly room: string;
  /** domain, server, web, contract; or the room itself where it has no rings. */
  readonly ring: string;
  readonly name: string;
};

export type FileImport = { readonly file: string; readonly target: string };

export const placeOf = (path: string): Place => {
  const [room = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? '';
  if (!ladder.includes(room)) return { room, ring: room, name };
  return { room, ring: rest.length === 1 ? 'contract' : (rest[0] ?? ''), name };
};

/** Every module named in an import or export statement, an `import()` or an `import(...)` type. */
export const importsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? '');

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isUpOrSame = (from: string, to: string): boolean => ladder.indexOf(to) <= ladder.indexOf(from);

const domainMay = (from: Place, to: Place): boolean =>
  to.room === 'kernel' || (to.ring === 'domain' && isUpOrSame(from.room, to.room));

const contractMay = (from: Place, to: Place): boolean =>
  domainMay(from, to) || (to.ring === 'contract' && isUpOrSame(from.room, to.room));

const serverMay = (from: Place, to: Place): boolean =>
  contractMay(from, to) ||
  to.room === 'platform' ||
  (to.ring === 'server' &&
    (to.room === from.room || (isUpOrSame(from.room, to.room) && to.name.endsWith('-queries.ts'))));

const webMay = (from: Place, to: Place): boolean =>
  contractMay(from, to) ||
  to.room === 'ui' ||
  (to.ring === 'web' &&
    (to.room === from.room || (isUpOrSame(from.room, to.room) && /(Card|Badge)\.tsx$/.test(to.name))));

const libraryMay: Record<string, (library: string) => boolean> = {
  kernel: () => false,
  domain: () => false,
  contract: (library) => library === 'zod',
  ui: (library) => /^(react|@mantine|@tabler|@tanstack)/.test(library),
};

const ours: Record<string, (from: Place, to: Place) => boolean> = {
  kernel: (_, to) => to.room === 'kernel',
  domain: domainMay,
  contract: contractMay,
  server: serverMay,
  web: webMay,
  platform: (_, to) => to.room === 'kernel' || to.room === 'platform',
  ui: (_, to) => to.room === 'kernel' || to.room === 'ui',
  app: () => true,
};

/** Why this import breaks the table of ARCHITECTURE.md; nothing when it keeps it. Tests may arrange with everything. */
export const faultsOfImport = ({ file, target }: FileImport): string[] => {
  if (isTest(file) || target.startsWith('.')) return [];
  const from = placeOf(file);
  const fault = [`${file} may not import ${target}`];
  if (!target.startsWith('#')) {
    const may = libraryMay[from.ring];
    return may === undefined || may(target) ? [] : fault;
  }
  const may = ours[from.ring];
  if (may === undefined) return [`${file} lies in no ring that ARCHITECTURE.md names`];
  return may(from, placeOf(target.slice(1))) ? [] : fault;
};
