import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessWords } from '#access/web/access-words.ts';
import { catalogue, speak, type Translation } from './words.ts';

const root = new URL('../../../', import.meta.url).pathname;

test('every words file of a capability is in the catalogue', () => {
  const gathering = readFileSync(`${root}src/app/web/words.ts`, 'utf8');
  const files = globSync('src/{ui,*/web}/**/*-words.ts', { cwd: root }).filter((file) => !file.includes('-in-words'));
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !gathering.includes(file.split('/').pop() ?? file))).toEqual([]);
});

test('a second language takes the place of the first, sentence by sentence', () => {
  const before = accessWords.signIn.title;
  const translation = structuredCloneOf(catalogue);
  speak({
    ...translation,
    access: { ...translation.access, signIn: { ...translation.access.signIn, title: 'Anmelden' } },
  });
  expect(accessWords.signIn.title).toBe('Anmelden');
  speak({ ...translation, access: { ...translation.access, signIn: { ...translation.access.signIn, title: before } } });
  expect(accessWords.signIn.title).toBe('Sign in');
});

/** A copy down to the sentences; functions stay as they are. */
const structuredCloneOf = (words: object): Translation =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? structuredCloneOf(value) : value,
    ]),
  ) as Translation;
