import { phases } from '#alliances/domain/alliance-phase.ts';
import { addDays, type DateOnly } from '#kernel/date-only.ts';
import type { CastAlliance, CastTerm } from '#seed/cast.ts';
import { isShared } from './person-rows.ts';
import { million, type Rows, type Story } from './story-keys.ts';
import { instantOn } from './story-time.ts';

const visibilityOf = ({ phase }: CastAlliance): string => (isShared(phase) ? 'shared' : 'internal');

export const allianceRows = (story: Story): Rows<'alliances'> =>
  story.cast.alliances.map((alliance, place) => ({
    workspace_id: story.workspaceId,
    id: story.alliance(alliance.key),
    external_id: `ALL-${String(place + 1).padStart(2, '0')}`,
    name: alliance.name,
    purpose: alliance.purpose,
    phase: alliance.phase,
    registered_phase: alliance.registeredIn ?? 'strategy',
    tier: alliance.tier,
    starts_on: story.time.month(alliance.starts),
    ends_on: story.time.month(alliance.ends),
    yearly_value: million(Object.values(alliance.values).reduce((sum, amount) => sum + amount, 0)),
    currency: story.currency,
    visibility: visibilityOf(alliance),
    registered_at: instantOn(story.time.month(alliance.registered), 9, story.time.now),
  }));

const ofAlliance = (story: Story, { key }: CastAlliance) => ({
  workspace_id: story.workspaceId,
  alliance_id: story.alliance(key),
});

export const allianceFactRows = (story: Story) => {
  const { cast, currency, newId } = story;
  const each = <Row>(rowsOf: (alliance: CastAlliance) => readonly Row[]): readonly Row[] =>
    cast.alliances.flatMap(rowsOf);
  return {
    alliance_partners: each((alliance) =>
      alliance.partners.map((key) => ({
        ...ofAlliance(story, alliance),
        organisation_id: story.organisation(key),
        visibility: visibilityOf(alliance),
      })),
    ) satisfies Rows<'alliance_partners'>,
    alliance_area_values: each((alliance) =>
      Object.entries(alliance.values).map(([key, amount]) => ({
        ...ofAlliance(story, alliance),
        area_id: story.area(key),
        yearly_amount: million(amount),
        currency,
      })),
    ) satisfies Rows<'alliance_area_values'>,
    alliance_decisions: each((alliance) =>
      alliance.decisions.map(([decision, amount]) => ({
        ...ofAlliance(story, alliance),
        decision,
        amount: amount === null ? null : million(amount),
        currency: amount === null ? null : currency,
      })),
    ) satisfies Rows<'alliance_decisions'>,
    alliance_objectives: each((alliance) =>
      alliance.objectives.map((sentence, place) => ({
        ...ofAlliance(story, alliance),
        id: newId(),
        place,
        sentence,
        visibility: visibilityOf(alliance),
      })),
    ) satisfies Rows<'alliance_objectives'>,
    alliance_manager_terms: each((alliance) => [
      ...managerTerms(story, alliance, 'ours', alliance.managers),
      ...managerTerms(story, alliance, 'theirs', alliance.theirManagers ?? []),
    ]),
    alliance_phase_entries: each((alliance) =>
      phaseDays(story, alliance).map(({ phase, day }, place) => ({
        ...ofAlliance(story, alliance),
        id: newId(),
        phase,
        entered_at: instantOn(day, 10, story.time.now),
        entered_by: story.nameOf(cast.headOfAlliances),
        reason: place === 0 ? '' : phaseReasons[phase],
      })),
    ) satisfies Rows<'alliance_phase_entries'>,
  };
};

const managerTerms = (
  story: Story,
  alliance: CastAlliance,
  side: 'ours' | 'theirs',
  terms: readonly CastTerm[],
): Rows<'alliance_manager_terms'> =>
  terms.map(({ person, from, to }) => ({
    ...ofAlliance(story, alliance),
    id: story.newId(),
    side,
    person_id: story.person(person),
    // Whoever manages many alliances began this one when it came on record.
    from_day: story.time.month(Math.max(from, alliance.registered)),
    to_day: to === undefined ? null : story.time.month(to),
    visibility: visibilityOf(alliance),
  }));

const phaseReasons = {
  strategy: '',
  selection: 'The strategy names what a partner must bring.',
  negotiation: 'One partner is left that both sides want.',
  planning: 'The terms are signed; the first year is to be planned.',
  governance: 'Teams are named; the committees begin to meet.',
  management: 'The committees work and the first results are in.',
  transformation: 'The aims are reached or overtaken; what comes next must be decided.',
};

const daysAMonth = 30.44;
/** A phase takes half a year where there is time enough. */
const usualPhase = 6;

/**
 * The phases an alliance went through and when: it left strategy once its first sponsor was in office (M15), the others
 * follow at half a year each, or closer where less time has passed. Without a sponsor it simply went on. Transformation is the
 * end of a long story: it began not long ago.
 */
export const phaseDays = (
  { time }: Story,
  { registered, registeredIn = 'strategy', phase, sponsors }: CastAlliance,
): { phase: CastAlliance['phase']; day: DateOnly }[] => {
  const passed = phases.slice(phases.indexOf(registeredIn), phases.indexOf(phase) + 1);
  const steps = passed.length - 1;
  const second = sponsors?.[0]?.from ?? registered * (1 - 1 / passed.length);
  const each = Math.min(usualPhase, -second / steps);
  return passed.map((passing, step) => {
    if (step === 0) return { phase: passing, day: time.month(registered) };
    const months = passing === 'transformation' ? -Math.min(usualPhase, each) : second + (step - 1) * each;
    return { phase: passing, day: addDays(time.month(0), Math.round(months * daysAMonth) + 10) };
  });
};
