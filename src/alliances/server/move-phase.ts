import { managerOn } from '#alliances/domain/alliance-manager-term.ts';
import { movePhase, type Phase } from '#alliances/domain/alliance-phase.ts';
import { mayEditAlliance } from '#alliances/domain/alliances-policy.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { loadAlliance, recordPhaseMove } from './alliance-store.ts';
import { loadManagerTerms } from './manager-term-store.ts';

/** Moves an alliance to another phase of its life, with the reason kept. */
export const moveAlliancePhase = async (
  context: Context,
  id: string,
  phase: Phase,
  reason: string,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, now } = context;
  const alliance = await loadAlliance(db, id);
  if (!alliance) return missing('alliance');
  const terms = await loadManagerTerms(db, id);
  const refusals = mayEditAlliance(actor, managerOn(terms, 'ours', dayOf(now))?.personId ?? null);
  if (refusals.length) return forbidden(...refusals);
  const move = movePhase(alliance.phase, phase, reason);
  if (!move.ok) return move;
  await recordPhaseMove(context, id, move.value);
  await context.record([
    { type: 'alliance.phaseMoved', subjects: [{ kind: 'alliance', id }], detail: { ...move.value } },
  ]);
  return accept({ id });
};
