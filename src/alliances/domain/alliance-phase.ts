import { acceptUnless, type Decision, type Refusal } from '#kernel/decision.ts';

/** The life of an alliance, in order. */
export const phases = [
  'strategy',
  'selection',
  'negotiation',
  'planning',
  'governance',
  'management',
  'transformation',
] as const;

export type Phase = (typeof phases)[number];

/** Going on, to the next phase; or back, to any earlier one. */
export type PhaseMove = {
  readonly kind: 'forward' | 'back';
  readonly from: Phase;
  readonly to: Phase;
  readonly reason: string;
};

/** Whether nothing but strategy lies behind the alliance: from the second phase on a sponsor must be there. */
export const isPastStrategy = (phase: Phase): boolean => phase !== 'strategy';

/** Where an alliance may go from here: the phase after this one, and all before it. */
export const phasesFrom = (phase: Phase): readonly Phase[] => {
  const here = phases.indexOf(phase);
  return phases.filter((_, place) => place < here || place === here + 1);
};

/** Moves one phase forward or any number back (ALL-6), with a reason (ALL-7). */
export const movePhase = (from: Phase, to: Phase, reason: string): Decision<PhaseMove> => {
  const refusals = [...orderRefusals(from, to), ...reasonRefusals(reason)];
  return acceptUnless(refusals, () => ({
    kind: phases.indexOf(to) > phases.indexOf(from) ? 'forward' : 'back',
    from,
    to,
    reason: reason.trim(),
  }));
};

const orderRefusals = (from: Phase, to: Phase): Refusal[] => {
  if (phasesFrom(from).includes(to)) return [];
  const message =
    from === to
      ? `The alliance is in ${from} already. Choose another phase.`
      : `From ${from} the way to ${to} leads through ${phases[phases.indexOf(from) + 1]}. Move one phase at a time.`;
  return [{ rule: 'ALL-6', field: 'phase', message }];
};

const reasonRefusals = (reason: string): Refusal[] =>
  reason.trim() === ''
    ? [{ rule: 'ALL-7', field: 'reason', message: 'Say in a sentence why the alliance changes phase.' }]
    : [];
