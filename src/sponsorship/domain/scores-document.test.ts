import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sponsorChanges } from '#people/domain/tenure-changes.ts';
import { prepareAdditive, rankAdditive } from './additive-ranking.ts';
import { anAlliance, anExecutive, rated } from './candidate-cast.ts';
import { rankCandidates } from './ranking.ts';
import { defaultPolicy } from './sponsorship-policy.ts';

const document = readFileSync(new URL('../../../docs/scores.md', import.meta.url), 'utf8');

const maren = anExecutive();
const tomas = anExecutive({
  id: 'tomas',
  name: 'Tomas Brandt',
  level: 1,
  areas: [{ id: 'group', name: 'Group' }],
  budgetPercentile: 95,
  decisionRights: [
    { kind: 'pricing', upTo: null },
    { kind: 'investment', upTo: null },
  ],
  networkPercentile: 40,
  spell: 'founder',
  post: { title: 'Chair', since: '2004-01-01', until: null, function: 'other' },
  stake: rated(25),
  load: 3,
});
const result = rankCandidates({ alliance: anAlliance(), candidates: [maren, tomas], policy: defaultPolicy });

/** The cells of the last row that begins so: the table of scales, further up, has rows of the same names. */
const cells = (start: string): readonly string[] =>
  document
    .split('\n')
    .findLast((line) => line.startsWith(`| ${start} |`))
    ?.split('|')
    .map((cell) => cell.trim().replaceAll('*', '')) ?? [];

const json = (rule: string) => JSON.parse(document.split(`\`\`\`json ${rule}\n`)[1]?.split('```')[0] ?? '');

describe('the worked example in docs/scores.md', () => {
  it.each([
    ['value to own area', 0],
    ['clout', 1],
    ['longevity', 2],
    ['seniority', 3],
    ['stake', 4],
    ['capacity', 5],
  ])('gives %s as it is computed', (name, index) => {
    const [, , weight = '', ours, , theirs] = cells(name);
    const swing = Object.values(defaultPolicy.profiles.neutral.swings)[index];
    expect(weight).toBe(`${swing}/420`);
    expect(ours).toBe(result.ranked[0]?.scores[index]?.value?.toFixed(2));
    expect(theirs).toBe(result.ranked[1]?.scores[index]?.value?.toFixed(2));
  });

  it('gives both scores as they are computed, Maren first', () => {
    const [, , , ours, , theirs] = cells('**score**');
    expect(result.ranked.map(({ id }) => id)).toEqual(['maren', 'tomas']);
    expect(ours).toBe(result.ranked[0]?.score.toFixed(2));
    expect(theirs).toBe(result.ranked[1]?.score.toFixed(2));
  });

  it('gives the flip, the share of weightings and the word as they are computed', () => {
    expect(result.flip).toMatchObject({ criterion: 'valueToArea', rival: 'tomas' });
    expect(result.flip?.from.toFixed(3)).toBe('0.238');
    expect(result.flip?.to.toFixed(3)).toBe('0.424');
    expect(Math.abs((result.ranked[0]?.firstRank ?? 0) - 0.198)).toBeLessThan(0.0098);
    expect(result.verdict).toMatchObject({ word: 'open', finalists: ['tomas', 'maren'] });
  });

  it('has calls that answer what it says', () => {
    expect(sponsorChanges(json('changes')).share).toBeCloseTo(0.7467, 4);
    const { criteria, candidates, swings, weights } = json('rank');
    const ranking = rankAdditive(prepareAdditive(criteria, candidates, defaultPolicy.robustness), swings, weights);
    expect(ranking.candidates.map(({ id, score }) => [id, score.toFixed(2)])).toEqual([
      ['maren', '67.85'],
      ['tomas', '61.38'],
    ]);
    expect(ranking.verdict).toBe('open');
  });
});
