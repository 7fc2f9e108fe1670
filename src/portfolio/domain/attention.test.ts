import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phases } from '#alliances/domain/alliance-phase.ts';
import { statesByUrgency } from './alliance-view.ts';
import { attentionFor, attentionKinds, type PortfolioCount } from './attention.ts';

const count = (change: Partial<PortfolioCount>): PortfolioCount => ({
  phase: 'management',
  state: 'ensured',
  hasSponsor: true,
  hasManager: true,
  alliances: 1,
  ...change,
});

test('POR-1 a portfolio where every alliance has its people says nothing', () => {
  expect(attentionFor([])).toEqual([]);
  expect(attentionFor([count({ alliances: 40 })])).toEqual([]);
});

test('POR-1 the worst comes first, and each sentence counts what its view shows', () => {
  const sentences = attentionFor([
    count({ phase: 'strategy', state: 'missing', hasSponsor: false, alliances: 3 }),
    count({ phase: 'selection', state: 'falseStart', hasSponsor: false, alliances: 5 }),
    count({ phase: 'planning', state: 'underTheRadar', hasSponsor: false, alliances: 2 }),
    count({ phase: 'strategy', state: 'nominated', hasSponsor: false, alliances: 4 }),
    count({ state: 'atRisk', alliances: 6, hasManager: false }),
  ]);
  expect(sentences.map(({ kind, count: number }) => [kind, number])).toEqual([
    ['pastStrategyWithoutSponsor', 7],
    ['atRisk', 6],
    ['strategyWithoutSponsor', 3],
    ['nominated', 4],
    ['withoutManager', 6],
  ]);
});

const anyCount = fc.record({
  phase: fc.constantFrom(...phases),
  state: fc.constantFrom(...statesByUrgency),
  hasSponsor: fc.boolean(),
  hasManager: fc.boolean(),
  alliances: fc.integer({ min: 1, max: 50 }),
});

test('POR-1 at most five sentences, in their fixed order, none of them empty', () => {
  fc.assert(
    fc.property(fc.array(anyCount), (counts) => {
      const sentences = attentionFor(counts);
      const order = sentences.map(({ kind }) => attentionKinds.indexOf(kind));
      expect(order).toEqual([...order].sort());
      expect(sentences.length).toBeLessThanOrEqual(5);
      for (const sentence of sentences) expect(sentence.count).toBeGreaterThan(0);
    }),
  );
});
