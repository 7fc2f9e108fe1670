// Writes src/platform/db/schema.ts from a database that the migrations just made: node scripts/db-types.mjs URL
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const target = 'src/platform/db/schema.ts';
const url = process.argv[2] ?? process.env.DATABASE_URL;
if (!url) {
  console.error('Say which migrated database to read: node scripts/db-types.mjs postgres://...');
  process.exit(2);
}
const options = [
  '--dialect',
  'postgres',
  '--numeric-parser',
  'number',
  '--date-parser',
  'string',
  '--default-schema',
  'public',
];
const run = spawnSync(
  'kysely-codegen',
  ['--url', url, ...options, '--exclude-pattern', 'pgboss.*', '--out-file', target],
  {
    stdio: 'inherit',
  },
);
if (run.status !== 0) process.exit(run.status ?? 1);
const generated = readFileSync(target, 'utf8')
  .replace(
    /export type Int8 = .*;/,
    'export type Int8 = ColumnType<number, bigint | number | string, bigint | number | string>;',
  )
  .replace(/^\/\*\*[\s\S]*?\*\//, '// Made by scripts/db-types.mjs from the migrated database; not edited by hand.');
writeFileSync(target, generated);
