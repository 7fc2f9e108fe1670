import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faultsOfImport, type FileImport, importsIn, placeOf } from './testing/import-rules.ts';

const source = fileURLToPath(new URL('..', import.meta.url));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)).split(sep).join('/'));

const everyImport = (): FileImport[] =>
  files.flatMap((file) => importsIn(readFileSync(join(source, file), 'utf8')).map((target) => ({ file, target })));

describe('who may import what', () => {
  it('reads the whole source', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(everyImport().length).toBeGreaterThan(300);
  });

  it('holds the table and the ladder of ARCHITECTURE.md', () => {
    const faults = everyImport().flatMap((one) => faultsOfImport(one));
    expect(faults).toEqual([]);
  });

  it('spells every import across folders one way: #capability/...', () => {
    const relatives = everyImport().filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const from = placeOf(file);
      const to = placeOf(join(dirname(file), target).split(sep).join('/'));
      return from.room !== to.room || from.ring !== to.ring;
    });
    expect(relatives).toEqual([]);
  });

  it.each([
    ['a domain file that reaches for a library', 'people/domain/person.ts', 'zod'],
    ['a domain file that reaches for the platform', 'people/domain/person.ts', '#platform/new-id.ts'],
    ['a capability that imports one below it', 'people/server/x.ts', '#alliances/domain/alliance.ts'],
    ["another capability's store", 'sponsorship/server/x.ts', '#alliances/server/alliance-store.ts'],
    ["another capability's page", 'sponsorship/web/X.tsx', '#alliances/web/AlliancePage.tsx'],
    ['web that imports a server', 'people/web/X.tsx', '#people/server/people-routes.ts'],
    ['a contract that imports a server', 'people/people-contract.ts', '#people/server/people-routes.ts'],
    ['the kernel that imports a capability', 'kernel/x.ts', '#people/domain/person.ts'],
    ['the platform that imports a capability', 'platform/x.ts', '#people/domain/person.ts'],
    ['the kit that knows the business', 'ui/X.tsx', '#people/domain/person.ts'],
    ['a kit file with the router', 'ui/X.tsx', '#app/web/router.tsx'],
  ])('finds %s', (_, file, target) => {
    expect(faultsOfImport({ file, target })).not.toEqual([]);
  });

  it.each([
    ['people/server/x.ts', '#platform/context.ts'],
    ['sponsorship/server/x.ts', '#alliances/server/alliance-queries.ts'],
    ['sponsorship/web/X.tsx', '#people/web/PersonCard.tsx'],
    ['sponsorship/domain/x.ts', '#people/domain/tenure.ts'],
    ['people/people-contract.ts', 'zod'],
    ['app/server/x.ts', '#people/server/people-store.ts'],
  ])('allows %s to import %s', (file, target) => {
    expect(faultsOfImport({ file, target })).toEqual([]);
  });
});
