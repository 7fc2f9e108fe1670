import { accessWords } from '#access/web/access-words.ts';
import { alliancesWords } from '#alliances/web/alliances-words.ts';
import { peopleWords } from '#people/web/people-words.ts';
import { portfolioWords } from '#portfolio/web/portfolio-words.ts';
import { sponsorshipWords } from '#sponsorship/web/sponsorship-words.ts';
import { uiWords } from '#ui/ui-words.ts';
import { intakeWords } from './intake/intake-words.ts';
import { shellWords } from './shell-words.ts';

/** All interface text. A capability's words lie in its own file and are gathered here: one import, one line. */
export const catalogue = {
  ui: uiWords,
  shell: shellWords,
  intake: intakeWords,
  access: accessWords,
  people: peopleWords,
  alliances: alliancesWords,
  sponsorship: sponsorshipWords,
  portfolio: portfolioWords,
};
export type Catalogue = typeof catalogue;

/** The same words in another language: each sentence a sentence, each function of a sentence the same arguments. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Translated<Words[Key]>;
};
export type Translation = Translated<Catalogue>;

type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const replaceIn = (words: Tree, translation: Tree): void => {
  for (const [key, value] of Object.entries(translation)) {
    const present = words[key];
    if (isTree(present) && isTree(value)) replaceIn(present, value);
    else words[key] = value;
  }
};

/**
 * Speaks another language from now on. A language is a file that exports a `Translation`; main.tsx loads it and calls this
 * before the first page is drawn, since pages read their words as they draw.
 */
export const speak = (translation: Translation): void => replaceIn(catalogue, translation);
