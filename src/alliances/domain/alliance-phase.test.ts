import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPastStrategy, movePhase, type Phase, phases, phasesFrom } from './alliance-phase.ts';

const anyPhase = fc.constantFrom(...phases);

test('ALL-6 one phase forward, or back to any earlier one; nothing else', () => {
  fc.assert(
    fc.property(anyPhase, anyPhase, (from, to) => {
      const step = phases.indexOf(to) - phases.indexOf(from);
      const decision = movePhase(from, to, 'The contract is signed.');
      expect(decision.ok).toBe(step === 1 || step < 0);
      expect(phasesFrom(from).includes(to)).toBe(decision.ok);
      if (decision.ok) expect(decision.value.kind).toBe(step === 1 ? 'forward' : 'back');
      else expect(decision.refusals.map(({ rule, field }) => [rule, field])).toEqual([['ALL-6', 'phase']]);
    }),
  );
});

test('ALL-6 a leap is refused by naming the phase in between', () => {
  const decision = movePhase('strategy', 'negotiation', 'They are in a hurry.');
  expect(!decision.ok && decision.refusals[0]?.message).toContain('leads through selection');
});

test('ALL-7 a move has a reason', () => {
  const decision = movePhase('strategy', 'selection', '  ');
  expect(!decision.ok && decision.refusals.map(({ rule }) => rule)).toEqual(['ALL-7']);
  const kept = movePhase('strategy', 'selection', ' The board agreed. ');
  expect(kept.ok && kept.value.reason).toBe('The board agreed.');
});

test('every phase can be reached from every other by allowed moves', () => {
  const reachable = (from: Phase): Set<Phase> => {
    const found = new Set<Phase>([from]);
    for (const phase of found) for (const next of phasesFrom(phase)) found.add(next);
    return found;
  };
  for (const phase of phases) expect(reachable(phase).size).toBe(phases.length);
});

test('all but strategy is past strategy', () => {
  expect(phases.filter((phase) => !isPastStrategy(phase))).toEqual(['strategy']);
});
