import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateFacts } from './candidate.ts';
import { anAlliance, anExecutive, rated } from './candidate-cast.ts';
import { compareCandidates, whyNot } from './compare-candidates.ts';
import { criteria } from './criterion.ts';
import { preparedFrom, prepareRanking, type RankInput, rankCandidates, rerank } from './ranking.ts';
import { defaultPolicy } from './sponsorship-policy.ts';
import { verdictIn } from './verdict.ts';

const policy = { ...defaultPolicy, robustness: { ...defaultPolicy.robustness, samples: 500 } };

const maren = anExecutive();
const tomas = anExecutive({
  id: 'tomas',
  name: 'Tomas Brandt',
  level: 1,
  areas: [{ id: 'services', name: 'Services' }],
  budgetPercentile: 95,
  networkPercentile: 40,
  stake: rated(25),
  load: 3,
});
const ines = anExecutive({
  id: 'ines',
  name: 'Inès Moreau',
  level: 3,
  areas: [],
  budgetPercentile: 20,
  networkPercentile: 30,
  stake: rated(0),
  load: 3,
});

const ranking = (candidates: readonly CandidateFacts[], more: Partial<RankInput> = {}) =>
  rankCandidates({ alliance: anAlliance(), candidates, policy, ...more });

describe('a ranking for one alliance (R1)', () => {
  it('opens into contributions by criterion that add up to the score', () => {
    for (const { score, contributions, scores } of ranking([maren, tomas, ines]).ranked) {
      expect(criteria.reduce((sum, criterion) => sum + contributions[criterion], 0)).toBeCloseTo(score, 9);
      expect(scores.map(({ criterion }) => criterion)).toEqual([...criteria]);
    }
  });

  it('lists the best first, and apart from it those who may not, with their reasons', () => {
    const result = ranking([tomas, ines, maren, anExecutive({ id: 'left', name: 'Lea Fontaine', employment: [] })]);
    expect(result.mode).toBe('full');
    expect(result.ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['maren', 1],
      ['tomas', 2],
      ['ines', 3],
    ]);
    expect(result.filtered).toMatchObject([{ id: 'left', refusals: [{ rule: 'SPO-6' }] }]);
    expect(result.ranked.find(({ id }) => id === 'tomas')?.note).toMatch(/would carry 4/);
  });

  it('SPO-14: is a short question with one or two eligible executives (M10), and says when there is none', () => {
    expect(ranking([]).mode).toBe('none');
    expect(ranking([anExecutive({ employment: [] })]).mode).toBe('none');
    expect(ranking([maren]).mode).toBe('short');
    expect(ranking([maren, tomas]).mode).toBe('short');
    expect(ranking([maren, tomas, anExecutive({ id: 'x', employment: [] })]).mode).toBe('short');
    expect(ranking([maren, tomas, ines]).mode).toBe('full');
  });

  it('takes the swings and the spell of the profile in force', () => {
    const inLine = ranking([maren], { profile: 'mostSeniorInLine' });
    const general = ranking([maren], { profile: 'generalManagement' });
    expect(general.swings).toEqual(defaultPolicy.profiles.generalManagement.swings);
    const [shorter, longer] = [inLine, general].map(({ ranked }) => ranked[0]?.scores[2]?.value ?? 0);
    expect(longer).toBeGreaterThan(shorter ?? 100);
  });

  it('SPO-15: counts longevity half as much again with a founder-led partner (M13)', () => {
    const led = ranking([maren], { alliance: anAlliance({ partnerFounderLed: true }) });
    expect(led.swings.longevity).toBe(120);
    expect(led.weights.longevity).toBeCloseTo(120 / 460, 12);
    expect(ranking([maren]).weights.longevity).toBeCloseTo(80 / 420, 12);
  });

  it('takes weights given instead of the policy, as they are', () => {
    const only = { valueToArea: 0, clout: 1, longevity: 0, seniority: 0, stake: 0, capacity: 0 };
    const result = ranking([maren, tomas], { swings: only });
    expect(result.weights.clout).toBe(1);
    expect(result.ranked[0]?.score).toBeCloseTo(result.ranked[0]?.scores[1]?.value ?? 0, 9);
    expect(result.flip).toBeNull();
  });

  it("changes nobody else's score when a candidate comes or goes", () => {
    const scores = [[maren], [ines, tomas, maren]].map(
      (candidates) => ranking(candidates).ranked.find(({ id }) => id === 'maren')?.score,
    );
    expect(scores[0]).toBe(scores[1]);
  });

  it('never lowers a rank when a fact improves', () => {
    const improved = fc.constantFrom<Partial<CandidateFacts>>(
      { networkPercentile: 100 },
      { budgetPercentile: 100 },
      { stake: rated(100) },
      { room: rated(100) },
      {
        decisionRights: [
          { kind: 'pricing', upTo: null },
          { kind: 'investment', upTo: null },
        ],
      },
      { areas: [{ id: 'group', name: 'Group' }] },
    );
    fc.assert(
      fc.property(improved, fc.constantFrom('maren', 'tomas', 'ines'), (better, who) => {
        const rankOf = (list: readonly CandidateFacts[]) =>
          ranking(list).ranked.find(({ id }) => id === who)?.rank ?? 0;
        const all = [maren, tomas, ines];
        const after = all.map((executive) => (executive.id === who ? { ...executive, ...better } : executive));
        expect(rankOf(after)).toBeLessThanOrEqual(rankOf(all));
      }),
      { numRuns: 20 },
    );
  });
});

describe('ranking again on a slider', () => {
  const input = {
    alliance: anAlliance(),
    candidates: [maren, tomas, ines, anExecutive({ id: 'gone', employment: [] })],
    policy,
  };

  it('is the very result of ranking with those swings', () => {
    const swings = { valueToArea: 30, clout: 90, longevity: 80, seniority: 80, stake: 0, capacity: 40 };
    expect(rerank(prepareRanking(input), swings)).toEqual(rankCandidates({ ...input, swings }));
  });

  it('can start from a result that was sent or stored as JSON', () => {
    const sent = JSON.parse(JSON.stringify(rankCandidates(input)));
    const swings = { ...sent.swings, clout: 10 };
    expect(rerank(preparedFrom(sent), swings)).toEqual(rerank(prepareRanking(input), swings));
    expect(JSON.parse(JSON.stringify(rerank(preparedFrom(sent), sent.swings)))).toEqual(sent);
  });
});

describe('words on a ranking (R1)', () => {
  const even = { valueToArea: 0.5, clout: 0.5, longevity: 0, seniority: 0, stake: 0, capacity: 0 };
  const judged = (...shares: number[]) =>
    shares.map((firstRank, index) => ({ id: `p${index}`, firstRank, centralWeights: even }));
  const settings = defaultPolicy.robustness;

  it('clear: the winner alone; depends: names the criterion; open: the finalists', () => {
    expect(verdictIn(judged(0.9, 0.1), { criterion: 'clout' }, settings)).toMatchObject({
      word: 'clear',
      criterion: null,
      finalists: ['p0'],
    });
    expect(verdictIn(judged(0.6, 0.4), { criterion: 'clout' }, settings)).toMatchObject({
      word: 'depends',
      criterion: 'clout',
    });
    expect(verdictIn(judged(0.4, 0.35, 0.05, 0.2), null, settings)).toMatchObject({
      word: 'open',
      criterion: null,
      finalists: ['p0', 'p1', 'p3'],
    });
  });

  it('without a flip names the criterion on which believers differ most', () => {
    const [first, second] = judged(0.6, 0.4);
    const other = { ...even, valueToArea: 0.1, longevity: 0.4 };
    const ranked = [first, { ...second, centralWeights: other }].flatMap((one) => (one?.id ? [one as never] : []));
    expect(verdictIn(ranked, null, settings).criterion).toBe('valueToArea');
  });
});

describe('SPO-12: what to find out next', () => {
  // as Maren, but for a smaller budget and a stake not on record
  const twin = { ...maren, id: 'twin', name: 'Jonas Petersen', budgetPercentile: 60, stake: null };

  it('names the missing fact that could change the winner, the biggest first', () => {
    const facts = ranking([{ ...maren, networkPercentile: null }, twin, ines]).findOutNext;
    const told = facts.map(({ fact, candidateId, couldWin }) => [fact, candidateId, couldWin]);
    expect(told).toContainEqual(['network', 'maren', 'twin']);
    expect(told).toContainEqual(['stake', 'twin', 'twin']);
    const sizes = facts.map(({ overturnsBy }) => overturnsBy);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  });

  it('keeps its promise: with the best answer the one named leads by so much', () => {
    const fact = ranking([maren, twin, ines]).findOutNext.find(({ candidateId }) => candidateId === 'twin');
    const told = ranking([maren, { ...twin, stake: rated(100) }, ines]);
    expect(told.ranked[0]?.id).toBe('twin');
    expect((told.ranked[0]?.score ?? 0) - (told.ranked[1]?.score ?? 0)).toBeCloseTo(fact?.overturnsBy ?? 0, 9);
  });

  it('keeps its promise of a fact on the winner, at its worst', () => {
    const leader = { ...maren, networkPercentile: null };
    const follower = { ...twin, stake: rated(75) };
    const fact = ranking([leader, follower, ines]).findOutNext.find(({ fact: name }) => name === 'network');
    const told = ranking([{ ...leader, networkPercentile: 0 }, follower, ines]);
    expect(told.ranked[0]?.id).toBe(fact?.couldWin);
    expect((told.ranked[0]?.score ?? 0) - (told.ranked[1]?.score ?? 0)).toBeCloseTo(fact?.overturnsBy ?? 0, 9);
  });

  it('says nothing when nothing on it can change the winner', () => {
    expect(ranking([maren, { ...ines, stake: null }]).findOutNext).toEqual([]);
    expect(ranking([{ ...maren, stake: null }]).findOutNext).toEqual([]);
  });

  it('weighs a fact of the alliance for all at once: the level of a counterpart yet unknown', () => {
    const senior = { ...maren, id: 'senior', level: 1, budgetPercentile: 40 };
    const alliance = anAlliance({ counterpart: null });
    const input = { alliance, candidates: [maren, senior, ines], policy };
    const fact = rankCandidates(input).findOutNext.find((missing) => missing.fact === 'counterpartLevel');
    const leaders = [1, 2, 3, 4, 5, 6].map((level) => {
      const told = rankCandidates({ ...input, alliance: { ...alliance, counterpart: { name: 'S', level } } });
      return told.ranked[0]?.id;
    });
    const today = rankCandidates(input).ranked[0]?.id;
    expect(fact !== undefined).toBe(leaders.some((id) => id !== today));
    expect(leaders).toContain(fact?.couldWin);
  });
});

describe("SPO-13: 'why not X'", () => {
  const result = ranking([maren, tomas, ines, anExecutive({ id: 'gone', name: 'Lea Fontaine', employment: [] })]);

  it('tells the difference by criterion, adding up to the lead', () => {
    const comparison = whyNot(result, 'tomas');
    if (comparison.kind !== 'compared') throw new Error('They can be compared');
    expect([comparison.ahead, comparison.behind]).toEqual(['maren', 'tomas']);
    expect(comparison.differences.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(comparison.lead, 9);
    expect(comparison.differences.map(({ points }) => points)).toEqual(
      comparison.differences.map(({ points }) => points).toSorted((one, other) => other - one),
    );
  });

  it('tells what would have to change: each value named makes them level', () => {
    const comparison = whyNot(result, 'tomas');
    if (comparison.kind !== 'compared') throw new Error('They can be compared');
    for (const { kind, criterion, from, to } of comparison.changes) {
      if (kind === 'value') expect((to - from) * result.weights[criterion]).toBeCloseTo(comparison.lead, 9);
      else {
        const rest = (1 - to) / (1 - from);
        const lead = comparison.differences.reduce(
          (sum, each) =>
            sum + (each.one - each.other) * (each.criterion === criterion ? to : result.weights[each.criterion] * rest),
          0,
        );
        expect(lead).toBeCloseTo(0, 9);
      }
    }
    expect(comparison.changes.length).toBeGreaterThan(0);
  });

  it('compares the first with the second, and takes the two in either order', () => {
    expect(whyNot(result, 'maren')).toMatchObject({ kind: 'compared', ahead: 'maren', behind: 'tomas' });
    expect(compareCandidates(result, 'ines', 'tomas')).toEqual(compareCandidates(result, 'tomas', 'ines'));
  });

  it('gives the reasons of someone filtered out, and knows whom it does not know', () => {
    expect(whyNot(result, 'gone')).toMatchObject({
      kind: 'filtered',
      name: 'Lea Fontaine',
      refusals: [{ rule: 'SPO-6' }],
    });
    expect(whyNot(result, 'nobody')).toEqual({ kind: 'unknown', id: 'nobody' });
  });
});
