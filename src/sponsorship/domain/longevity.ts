import { contains } from '#kernel/period.ts';
import { yearsBetween } from '#kernel/date-only.ts';
import {
  type AnnouncedChance,
  conditionalSurvival,
  learnedSpell,
  learnFrom,
  predictiveSurvival,
  priorBelief,
  type RateBelief,
  type RoleSpell,
  type Spell,
  type Survival,
} from '#people/domain/tenure.ts';
import { type SponsorshipOutlook, sponsorshipOutlook, sponsorshipShare } from '#people/domain/tenure-sponsorship.ts';
import { scoreOn } from './anchor-scale.ts';
import type { AllianceFacts, CandidateFacts, PostHeld } from './candidate.ts';
import { absent, between, type CriterionPart, type CriterionScore, known } from './criterion.ts';
import { oneDecimal, percent } from './plain-numbers.ts';
import type { SpellKind, SponsorshipPolicy } from './sponsorship-policy.ts';

/** A spell of the company's own people in posts of one kind; with the person, so that nobody's running spell counts twice. */
export type OwnSpell = Spell & { readonly personId: string | null };

export type SpellHistory = { readonly [kind in SpellKind]?: readonly OwnSpell[] };

/** What is common to all candidates for one alliance. */
export type Outlooks = {
  readonly horizon: number;
  readonly isUsualHorizon: boolean;
  readonly ofKind: (kind: SpellKind) => OutlookOfKind;
};

type OutlookOfKind = {
  readonly role: RoleSpell;
  readonly outlook: SponsorshipOutlook;
  readonly learned: { readonly belief: RateBelief; readonly spells: readonly OwnSpell[] } | null;
  /** Exposure of each person's own running spells, by person, within the belief. */
  readonly running: ReadonlyMap<string, number>;
};

/** `kept`: the chance that a role move keeps the sponsorship, from the profile in force. */
export const outlooksFor = (
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
  kept: number,
  history: SpellHistory,
): Outlooks => {
  const planned = alliance.horizonEndsOn === null ? 0 : yearsBetween(alliance.startsOn, alliance.horizonEndsOn);
  const isUsualHorizon = planned <= 0;
  const horizon = isUsualHorizon ? policy.usualHorizonYears : planned;
  const made = new Map<SpellKind, OutlookOfKind>();
  const ofKind = (kind: SpellKind): OutlookOfKind => {
    const outlook = made.get(kind) ?? outlookOfKind(policy.spells[kind], history[kind] ?? [], policy, kept, horizon);
    made.set(kind, outlook);
    return outlook;
  };
  return { horizon, isUsualHorizon, ofKind };
};

const outlookOfKind = (
  role: RoleSpell,
  spells: readonly OwnSpell[],
  policy: SponsorshipPolicy,
  kept: number,
  horizon: number,
): OutlookOfKind => {
  const { exitRate, pseudoExits } = policy;
  const belief = learnFrom(priorBelief(role, pseudoExits), role.shape, spells);
  const later = spells.length === 0 ? role : learnedSpell(belief, role.shape);
  const running = new Map<string, number>();
  for (const { personId, ended, entry, exit } of spells) {
    if (ended || personId === null) continue;
    running.set(personId, (running.get(personId) ?? 0) + exit ** role.shape - entry ** role.shape);
  }
  return {
    role,
    outlook: sponsorshipOutlook({ role: later, exitRate, kept }, horizon),
    learned: spells.length === 0 ? null : { belief, spells },
    running,
  };
};

/** L: 100 x the expected share of the alliance's horizon with this same sponsor (R1, R2). */
export const longevity = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
  outlooks: Outlooks,
): CriterionScore => {
  if (candidate.post === null) {
    const could = [0, 100] as const;
    const missing = { fact: 'post', about: 'candidate', could } as const;
    return between('longevity', could, [absent('served', 'The post held at the start is not on record.', missing)]);
  }
  const kind = candidate.spell ?? policy.usualSpell;
  const of = outlooks.ofKind(kind);
  const served = Math.max(0, yearsBetween(candidate.post.since, alliance.startsOn));
  const announced = announcedFor(candidate, candidate.post, alliance, of.outlook.spell.kept);
  const present = presentSurvival(candidate, of, served);
  const share = sponsorshipShare(
    of.outlook,
    present,
    announced.map(({ chance }) => chance),
  );
  const parts: CriterionPart[] = [
    { name: 'share', value: share, evidence: shareEvidence(share, outlooks) },
    {
      name: 'served',
      value: served,
      evidence: `In post since ${candidate.post.since}: ${oneDecimal(served)} years at the start.`,
    },
    { name: 'spell', value: of.role.mean, evidence: spellEvidence(kind, of) },
    ...announced.map(({ chance, evidence }) => ({ name: 'announced', value: chance.q, evidence })),
  ];
  return known('longevity', scoreOn(policy.anchors.longevity, share), parts);
};

const presentSurvival = (
  candidate: CandidateFacts,
  { role, learned, running }: OutlookOfKind,
  served: number,
): Survival => {
  if (learned === null) return conditionalSurvival(role, served);
  const { exits, exposure } = learned.belief;
  return predictiveSurvival({ exits, exposure: exposure - (running.get(candidate.id) ?? 0) }, role.shape, served);
};

type Announced = { readonly chance: AnnouncedChance; readonly evidence: string };

/** A move to another role ends the sponsorship unless it is kept, as any role move; leaving ends it. */
const announcedFor = (
  candidate: CandidateFacts,
  post: PostHeld,
  alliance: AllianceFacts,
  kept: number,
): readonly Announced[] => {
  const at = (day: string) => Math.max(0, yearsBetween(alliance.startsOn, day));
  const moves = candidate.announcedMoves.map(({ on, probability, to }): Announced => {
    const where = to === 'role' ? 'to another role' : to === 'exit' ? 'out of the company' : 'to a place not on record';
    return {
      chance: { at: at(on), q: to === 'role' ? probability * (1 - kept) : probability },
      evidence: `A move ${where} is announced for ${on}, with a chance of ${percent(probability)}.`,
    };
  });
  const employedUntil = candidate.employment.find((period) => contains(period, alliance.startsOn))?.to ?? null;
  const isLeaving = employedUntil !== null && (post.until === null || employedUntil <= post.until);
  const ends = isLeaving
    ? [{ chance: { at: at(employedUntil), q: 1 }, evidence: `With the company until ${employedUntil}.` }]
    : post.until !== null
      ? [{ chance: { at: at(post.until), q: 1 - kept }, evidence: `In this post until ${post.until}.` }]
      : [];
  return [...moves, ...ends];
};

const shareEvidence = (share: number, { horizon, isUsualHorizon }: Outlooks): string => {
  const years = `${oneDecimal(horizon)} years${isUsualHorizon ? ' (the usual horizon: none is on record)' : ' of the alliance'}`;
  return `Expected to stay sponsor for ${percent(share)} of the ${years}.`;
};

const kindWords: { readonly [kind in SpellKind]: string } = {
  areaHead: 'heads of an area',
  rotation: 'posts under formal rotation',
  founder: 'founders',
};

const spellEvidence = (kind: SpellKind, { role, learned }: OutlookOfKind): string => {
  const typical = `Typical of ${kindWords[kind]}: ${oneDecimal(role.mean)} years`;
  if (learned === null) return `${typical}.`;
  const own = oneDecimal(learnedSpell(learned.belief, role.shape).mean);
  return `${typical}; ${own} years with the ${learned.spells.length} spells of the company's own.`;
};
