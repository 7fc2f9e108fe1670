import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type {
  changesReply,
  influenceReply,
  rankReply,
  survivalReply,
  tenureReply,
} from '#sponsorship/compute-contract.ts';
import { computeRule, computeRuleNames } from './compute.ts';

/** The answer by one rule, as the test expects it to be made. */
const answerOf = <Answer>(rule: string, input: unknown): Answer => {
  const decision = computeRule(rule, input);
  if (!decision.ok) throw new Error(decision.refusals.map(({ message }) => message).join(' '));
  return decision.value as Answer;
};

const complaintsAbout = (rule: string, input: unknown): readonly string[] => {
  const decision = computeRule(rule, input);
  return decision.ok ? [] : decision.refusals.map(({ message }) => message);
};

const question = {
  criteria: ['a', 'b'],
  swings: [3, 1],
  candidates: [
    { id: 'x', values: [80, 20] },
    { id: 'y', values: [40, [90, 100]] },
    { id: 'z', values: [70, null] },
  ],
  weights: 'ordered',
};

describe('a rule by itself', () => {
  it('rank: answers in rank order, unrounded', () => {
    const answer = answerOf<z.infer<typeof rankReply>>('rank', question);
    expect(answer.weights).toEqual([0.75, 0.25]);
    expect(answer.candidates.map(({ id, score }) => [id, score])).toEqual([
      ['x', 65],
      ['z', 65],
      ['y', 53.75],
    ]);
    expect(answer.candidates[1]).toMatchObject({ rank: 1, range: [52.5, 77.5], contributions: [52.5, 12.5] });
    expect(Object.keys(answer)).toEqual(['weights', 'candidates', 'flip', 'verdict']);
    expect(answerOf('rank', { ...question, seed: 5 })).toEqual(answerOf('rank', { ...question, seed: 5 }));
  });

  it('tenure, changes, survival, influence: each answers', () => {
    expect(
      answerOf<z.infer<typeof tenureReply>>('tenure', { shape: 1, mean: 10, served: 3, horizon: 5 }).stays,
    ).toBeCloseTo(Math.exp(-0.5), 12);
    const changes = answerOf<z.infer<typeof changesReply>>('changes', {
      role: { shape: 4, mean: 3.5 },
      exitRate: 0.05,
      kept: 0,
      horizon: 10,
    });
    expect(changes.expectedChanges).toBeCloseTo(2.7, 2);
    expect(changes.simulated.standardErrors.share).toBeGreaterThan(0);
    expect(answerOf<z.infer<typeof survivalReply>>('survival', { spells: [{ exit: 2, ended: true }] }).median).toBe(2);
    expect(
      answerOf<z.infer<typeof influenceReply>>('influence', {
        edges: [
          ['a', 'b'],
          [3, 'b', 2],
        ],
      }).nodes[0]?.id,
    ).toBe('b');
  });

  it('takes no candidates as an answer with nobody in it', () => {
    expect(answerOf('rank', { ...question, candidates: [] })).toMatchObject({
      candidates: [],
      flip: null,
      verdict: 'open',
    });
  });

  it('refuses an unknown field by its name, wherever it stands', () => {
    const candidates = [{ id: 'x', values: [1, 2], colour: 'blue' }];
    expect(complaintsAbout('rank', { ...question, candidates, extra: 1, more: 2 })).toEqual([
      'candidates[0].colour: unknown field.',
      'extra: unknown field.',
      'more: unknown field.',
    ]);
  });

  it.each([
    [
      'rank',
      { ...question, candidates: [...question.candidates, { id: 'q', values: [1, 'two'] }] },
      'candidates[3].values[1]: must be a number',
    ],
    ['rank', { ...question, candidates: [{ id: 'q', values: [1, 101] }] }, 'candidates[0].values[1]: must be a number'],
    [
      'rank',
      { ...question, candidates: [{ id: 'q', values: [1, [3, 2]] }] },
      'candidates[0].values[1]: must be a pair',
    ],
    [
      'rank',
      { ...question, candidates: [{ id: 'q', values: [1] }] },
      'candidates[0].values: must have one value for each',
    ],
    [
      'rank',
      {
        ...question,
        candidates: [
          { id: 'q', values: [1, 2] },
          { id: 'q', values: [1, 2] },
        ],
      },
      'candidates[1].id: names',
    ],
    ['rank', { ...question, swings: [1] }, 'swings: must have one swing for each'],
    ['rank', { ...question, swings: [0, 0] }, 'swings: must have at least one swing above 0'],
    ['rank', { ...question, swings: [1, -1] }, 'swings[1]: must be a number from 0'],
    ['rank', { ...question, criteria: ['a', 'a'] }, 'criteria[1]: names a criterion a second time'],
    ['rank', { ...question, weights: 'any' }, 'weights: must be "ordered" or "free"'],
    ['rank', { ...question, samples: 1.5 }, 'samples: must be a whole number'],
    ['rank', [], 'The input must be an object'],
    ['survival', { spells: [{ entry: 3, exit: 3, ended: true }] }, 'spells[0].exit: must be later than entry'],
    ['survival', { spells: [{ exit: 3, ended: 'yes' }] }, 'spells[0].ended: must be true or false'],
    ['tenure', { shape: 1, mean: 10, served: 3, horizon: 0 }, 'horizon: must be a number above 0'],
    [
      'tenure',
      { shape: 1, mean: 10, served: 3, horizon: 5, announced: [{ at: 1, q: 1.1 }] },
      'announced[0].q: must be a number from 0 to 1',
    ],
    ['changes', { role: { shape: 4 }, exitRate: 0.05, kept: 0, horizon: 10 }, 'role.mean: must be a number'],
    [
      'changes',
      { role: { shape: 4, mean: 0.1 }, exitRate: 0.05, kept: 0, horizon: 200, paths: 100_000 },
      'paths: must be fewer',
    ],
    ['influence', { edges: [['a', 'b', 0]] }, 'edges[0][2]: must be a number above 0'],
    ['influence', { edges: [['a']] }, 'edges[0]: must be a pair'],
    ['influence', { edges: [['a', 'b']], damping: 1 }, 'damping: must be a number from 0'],
  ])('%s: refuses %j with the path of what is wrong', (rule, input, complaint) => {
    expect(complaintsAbout(rule, input).join('\n')).toContain(complaint);
  });

  it('names the rules there are when asked for another', () => {
    expect(complaintsAbout('toString', {})).toEqual([
      `There is no rule 'toString'; there are ${computeRuleNames.join(', ')}.`,
    ]);
  });
});
