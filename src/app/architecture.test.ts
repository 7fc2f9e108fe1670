import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ladder } from './testing/import-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'src');

type SourceFile = { readonly path: string; readonly name: string; readonly text: string; readonly lines: number };

const files: SourceFile[] = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    return { path: path.slice(source.length + 1), name: entry.name, text, lines: text.split('\n').length };
  });

const generated = ['platform/db/schema.ts'];
const production = files.filter(({ name, path }) => !/\.test\.tsx?$/.test(name) && !generated.includes(path));
const pathsWhere = (rule: (file: SourceFile) => boolean): string[] => production.filter(rule).map(({ path }) => path);

/** A manager here is a person (the glossary's AllianceManager), so that word is not among the empty ones. */
const forbiddenNames = /(^|-)(utils?|helpers?|common|misc|index)(-|\.)/i;
const impureWords = /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|console\.|setTimeout|setInterval)/;

describe('how the source is laid out', () => {
  it('reads the whole source', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('has the rooms that ARCHITECTURE.md names, and no others', () => {
    const rooms = readdirSync(source).sort();
    expect(rooms).toEqual([...ladder, 'app', 'kernel', 'platform', 'ui'].sort());
  });

  it('gives every capability a README of 40 lines at most', () => {
    for (const room of ladder) {
      const lines = readFileSync(join(source, room, 'README.md'), 'utf8')
        .trimEnd()
        .split('\n').length;
      expect([room, lines <= 40]).toEqual([room, true]);
    }
  });

  it('keeps files short: 300 lines at most', () => {
    expect(pathsWhere(({ lines }) => lines > 301)).toEqual([]);
  });

  it('gives each file a name of its own that says what it holds', () => {
    const seen = new Map<string, string[]>();
    for (const { name, path } of files) seen.set(name, [...(seen.get(name) ?? []), path]);
    expect([...seen.values()].filter((paths) => paths.length > 1)).toEqual([]);
    expect(pathsWhere(({ name }) => forbiddenNames.test(name))).toEqual([]);
  });

  it('uses no classes, enums or default exports', () => {
    expect(pathsWhere(({ text }) => /(^|\n)(export )?(abstract )?class \w/.test(text))).toEqual([]);
    expect(pathsWhere(({ text }) => /(^|\n)(export )?(const )?enum \w/.test(text))).toEqual([]);
    expect(pathsWhere(({ text }) => /(^|\n)export default /.test(text))).toEqual([]);
  });

  it('keeps clocks and luck out of kernel and domain', () => {
    const pure = ({ path }: SourceFile) => /^kernel\/|\/domain\//.test(path);
    expect(pathsWhere((file) => pure(file) && impureWords.test(file.text))).toEqual([]);
  });

  it('asks row security for the workspace, never a condition by hand', () => {
    expect(
      pathsWhere(
        ({ path, text }) =>
          /^(?!app|platform).*\/server\//.test(path) && /where\(\s*'[\w.]*workspace_id',\s*'=',\s*context/.test(text),
      ),
    ).toEqual([]);
  });

  it.each([
    ['a class', 'class Broker {}', /(^|\n)(export )?(abstract )?class \w/],
    ['a clock', 'const now = Date.now();', impureWords],
    ['luck', 'Math.random()', impureWords],
  ])('would find %s', (_, text, rule) => {
    expect(rule.test(text)).toBe(true);
  });
});

describe('rules and their ids', () => {
  const idsIn = (text: string): Set<string> => new Set(text.match(/\b(PEO|ACC|ALL|SPO|POR)-\d+\b/g) ?? []);
  const prefixes: Record<string, string> = {
    people: 'PEO',
    access: 'ACC',
    alliances: 'ALL',
    sponsorship: 'SPO',
    portfolio: 'POR',
  };

  it.each(ladder)('%s: every rule in the code stands in the README, and every one there is in the code', (room) => {
    const prefix = prefixes[room] ?? '';
    const own = (ids: Set<string>) => [...ids].filter((id) => id.startsWith(prefix)).sort();
    const readme = own(idsIn(readFileSync(join(source, room, 'README.md'), 'utf8')));
    const code = own(idsIn(production.map(({ text }) => text).join('\n')));
    expect(readme).toEqual(code);
  });
});
