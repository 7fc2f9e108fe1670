import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import { rankCandidates } from '#sponsorship/domain/ranking.ts';
import { candidateFacts, findAllianceForChoice } from '#sponsorship/server/candidate-facts.ts';
import type { CaseFacts } from '#sponsorship/server/case-store.ts';
import { type CompanyFacts, findCompanyFacts } from '#sponsorship/server/company-facts.ts';
import { findArchetypeOverride, findPolicyInForce } from '#sponsorship/server/policy-queries.ts';
import { movesAnnounced } from './influence-rows.ts';
import { policySaved, type ToldAppointment, type ToldNomination } from './sponsorship-rows.ts';
import type { Rows, Story } from './story-keys.ts';

/** How far back cases are told: what was decided before that was decided without the software. */
const monthsOfCases = 12;

/** A case that a nomination rests on, and where the person asked stood in that day's ranking. */
export type ToldCase = { readonly id: string; readonly nomination: ToldNomination; readonly rank: number | null };

/**
 * Weighs the candidates anew for each nomination of the past year, with the product's own ranking, as of the day on which
 * somebody was asked: who carried which sponsorships then, and who sat across the table.
 */
export const tellCases = async (
  { db }: Context,
  story: Story,
  nominations: readonly ToldNomination[],
  appointments: readonly ToldAppointment[],
): Promise<{ told: ToldCase[]; rows: Rows<'selection_cases'> }> => {
  const told: ToldCase[] = [];
  const rows: Rows<'selection_cases'>[number][] = [];
  const inForce = await findPolicyInForce(db);
  const company = await findCompanyFacts(db, story.time.today, inForce.settings);
  const since = story.time.month(-monthsOfCases);
  for (const nomination of nominations.filter(({ asked }) => since <= dayOf(asked))) {
    const { alliance, person, term, asked, reason, against } = nomination;
    const choice = await findAllianceForChoice(db, story.alliance(alliance.key), term.from, story.time.today);
    if (!choice) throw new Error(`The alliance '${alliance.key}' is not on record yet`);
    const override = await findArchetypeOverride(db, choice.facts.id);
    const policy = { ...inForce.settings, profile: override?.archetype ?? inForce.settings.profile };
    const askedOn = dayOf(asked);
    const facts: CaseFacts = {
      alliance: { ...choice.facts, counterpart: counterpartOn(story, appointments, alliance.key, askedOn) },
      candidates: candidateFacts(companyOn(story, company, appointments, askedOn), choice),
      policy,
      history: company.history,
    };
    const ranking = rankCandidates(facts);
    const id = story.newId();
    told.push({ id, nomination, rank: ranking.ranked.find((one) => one.id === story.person(person))?.rank ?? null });
    rows.push({
      workspace_id: story.workspaceId,
      id,
      alliance_id: choice.facts.id,
      person_id: story.person(person),
      policy_version: policySaved.version,
      decided_at: asked,
      decided_by: (nomination.ended ? null : story.visitor?.seatId) ?? story.nameOf(story.cast.headOfAlliances),
      reason: against === null ? reason : `${reason}\n\nAgainst the ranking: ${against}`,
      facts: JSON.stringify(facts),
      ranking: JSON.stringify(ranking),
    });
  }
  return { told, rows };
};

/** The company's facts with the sponsorships and the announced moves that were known on a day. */
const companyOn = (
  story: Story,
  company: CompanyFacts,
  appointments: readonly ToldAppointment[],
  day: DateOnly,
): CompanyFacts => {
  const sponsored = new Map<string, string[]>();
  for (const { side, term, alliance, appointed, to } of appointments) {
    if (side === 'theirs' || day <= dayOf(appointed) || (to !== null && to <= day)) continue;
    const person = story.person(term.person);
    sponsored.set(person, [...(sponsored.get(person) ?? []), story.alliance(alliance.key)]);
  }
  const movesKnown = dayOf(story.time.instant(movesAnnounced)) <= day;
  // Those who have left since would stand there with nothing on record.
  const pool = company.pool.filter(({ id }) => company.held.has(id));
  return { ...company, pool, sponsored, moves: movesKnown ? company.moves : new Map() };
};

const counterpartOn = (
  story: Story,
  appointments: readonly ToldAppointment[],
  allianceKey: string,
  day: DateOnly,
): CaseFacts['alliance']['counterpart'] => {
  const found = appointments.find(
    ({ side, alliance, from, to }) =>
      side === 'theirs' && alliance.key === allianceKey && from <= day && (to === null || day < to),
  );
  if (!found) return null;
  const person = story.cast.persons.find(({ key }) => key === found.term.person);
  const post = story.cast.posts.find(({ key }) => key === person?.career[0]?.post);
  return { name: story.nameOf(found.term.person), level: post?.level ?? null };
};
