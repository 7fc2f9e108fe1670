import type { DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal } from '#kernel/decision.ts';
import { canonicalJson } from '#kernel/ledger-entry.ts';
import { isCurrency } from '#kernel/money.ts';

/** How much depends on the alliance, the most first. */
export const tiers = ['strategic', 'core', 'exploratory'] as const;

export type Tier = (typeof tiers)[number];

/** Yearly value that lands in one business area, in the alliance's currency. */
export type AreaValue = { readonly areaId: string; readonly amount: number };

/** A decision that the alliance will need from its sponsor; a null amount means that its size is not known. */
export type DecisionNeeded = { readonly decision: string; readonly amount: number | null };

/** What the alliance is for, in one sentence; a null id means that it is new. */
export type ObjectiveWording = { readonly id: string | null; readonly sentence: string };

/** What is written down about an alliance. One currency for all its amounts. */
export type AllianceDescription = {
  readonly name: string;
  /** How another system calls it. */
  readonly externalId: string | null;
  readonly purpose: string;
  readonly tier: Tier;
  /** The horizon is half-open: `endsOn` is the first day after it. */
  readonly startsOn: DateOnly;
  readonly endsOn: DateOnly;
  readonly currency: string;
  readonly partnerIds: readonly string[];
  readonly values: readonly AreaValue[];
  readonly decisions: readonly DecisionNeeded[];
  readonly objectives: readonly ObjectiveWording[];
};

export type OrganisationKind = 'own' | 'partner' | 'candidate';

/** What the workspace knows about the ids that a description names. */
export type KnownParties = {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: OrganisationKind }[];
  readonly areaIds: readonly string[];
  /** Who uses the external id, other than this alliance; null when it is free. */
  readonly externalIdTakenBy: string | null;
  /** Objectives that the alliance has already: any other id in a description counts as a new objective. */
  readonly objectiveIds: readonly string[];
};

/** Accepts a description with its texts trimmed, or says everything that is wrong with it. */
export const describeAlliance = (
  description: AllianceDescription,
  known: KnownParties,
): Decision<AllianceDescription> => {
  const tidy = withOwnObjectives(withTidyTexts(description), known.objectiveIds);
  const refusals = [
    ...nameRefusals(tidy, known),
    ...partnerRefusals(tidy, known),
    ...horizonRefusals(tidy),
    ...amountRefusals(tidy, known),
    ...decisionRefusals(tidy),
    ...objectiveRefusals(tidy),
  ];
  return acceptUnless(refusals, () => tidy);
};

/** All that the alliance is worth in a year, in its currency. */
export const yearlyValue = (values: readonly AreaValue[]): number =>
  values.reduce((sum, { amount }) => sum + amount, 0);

/** Which parts of a description differ, by name. */
export const changedParts = (before: AllianceDescription, after: AllianceDescription): (keyof AllianceDescription)[] =>
  (Object.keys(after) as (keyof AllianceDescription)[]).filter(
    (part) => sameText(part, before[part]) !== sameText(part, after[part]),
  );

/** Only objectives have an order of their own; partners, values and decisions are sets. */
const sameText = (part: keyof AllianceDescription, content: unknown): string =>
  Array.isArray(content) && part !== 'objectives'
    ? content
        .map((line) => canonicalJson(line))
        .sort()
        .join()
    : canonicalJson(content);

const tidyText = (text: string): string => text.trim().replace(/\s+/gu, ' ');

const withTidyTexts = (description: AllianceDescription): AllianceDescription => ({
  ...description,
  name: tidyText(description.name),
  externalId: description.externalId?.trim() || null,
  purpose: description.purpose.trim(),
  decisions: description.decisions.map(({ decision, amount }) => ({ decision: tidyText(decision), amount })),
  // A line break inside an objective is kept, so that ALL-5 can speak about it.
  objectives: description.objectives.map(({ id, sentence }) => ({ id, sentence: sentence.trim() })),
});

const withOwnObjectives = (description: AllianceDescription, ownIds: readonly string[]): AllianceDescription => ({
  ...description,
  objectives: description.objectives.map(({ id, sentence }, place, all) => {
    const isOwn = id !== null && ownIds.includes(id) && all.findIndex((other) => other.id === id) === place;
    return { id: isOwn ? id : null, sentence };
  }),
});

const longestName = 200;
const longestPurpose = 2000;

const nameRefusals = ({ name, purpose, externalId }: AllianceDescription, known: KnownParties): Refusal[] => {
  const refusals: Refusal[] = [];
  const rule = 'ALL-9';
  if (name === '') refusals.push({ rule, field: 'name', message: 'Give the alliance a name.' });
  if (name.length > longestName) {
    refusals.push({
      rule,
      field: 'name',
      message: `Keep the name within ${longestName} characters; it has ${name.length}.`,
    });
  }
  if (purpose.length > longestPurpose) {
    const message = `Keep the purpose within ${longestPurpose} characters; it has ${purpose.length}.`;
    refusals.push({ rule, field: 'purpose', message });
  }
  if (externalId !== null && known.externalIdTakenBy !== null) {
    const message = `The id ${externalId} belongs to ${known.externalIdTakenBy}. Use another, or edit that alliance.`;
    refusals.push({ rule, field: 'externalId', message });
  }
  return refusals;
};

/** ALL-1: one partner or several, each an organisation of kind partner or candidate. */
const partnerRefusals = ({ partnerIds }: AllianceDescription, { organisations }: KnownParties): Refusal[] => {
  const rule = 'ALL-1';
  const field = 'partnerIds';
  if (partnerIds.length === 0) {
    return [{ rule, field, message: 'Name at least one partner: an alliance is made by two organisations or more.' }];
  }
  return partnerIds.flatMap((id, place): Refusal[] => {
    const organisation = organisations.find((known) => known.id === id);
    if (!organisation) return [{ rule, field, message: 'One of the partners is not on record. Choose it again.' }];
    if (organisation.kind === 'own') {
      return [
        { rule, field, message: `${organisation.name} is our own company. Choose a partner or a candidate partner.` },
      ];
    }
    if (partnerIds.indexOf(id) < place) return [{ rule, field, message: `${organisation.name} is named twice.` }];
    return [];
  });
};

/** ALL-2: the horizon has a beginning before its end. */
const horizonRefusals = ({ startsOn, endsOn }: AllianceDescription): Refusal[] =>
  startsOn < endsOn
    ? []
    : [
        {
          rule: 'ALL-2',
          field: 'endsOn',
          message: 'The horizon ends on or before the day it starts. Choose a later end.',
        },
      ];

/** Beyond this, units of a currency are no longer counted exactly. */
const largestAmount = 1e15;

/** ALL-3: one currency for all amounts; ALL-4: no amount below zero, each area once. */
const amountRefusals = ({ currency, values }: AllianceDescription, { areaIds }: KnownParties): Refusal[] => {
  const refusals: Refusal[] = [];
  if (!isCurrency(currency)) {
    const message = `'${currency}' is not a currency. Use its three letters, such as EUR.`;
    refusals.push({ rule: 'ALL-3', field: 'currency', message });
  }
  const rule = 'ALL-4';
  values.forEach(({ areaId, amount }, place) => {
    const field = `values[${place}]`;
    if (!areaIds.includes(areaId)) {
      refusals.push({
        rule,
        field: `${field}.areaId`,
        message: 'This business area is not on record. Choose it again.',
      });
    }
    if (values.findIndex((value) => value.areaId === areaId) < place) {
      refusals.push({
        rule,
        field: `${field}.areaId`,
        message: 'This business area is named twice. Add the amounts up.',
      });
    }
    if (amount > largestAmount) {
      const message = 'A yearly value is at most a thousand million million. Check the number of zeros.';
      refusals.push({ rule, field: `${field}.amount`, message });
    }
    if (!(amount >= 0)) {
      refusals.push({ rule, field: `${field}.amount`, message: 'A yearly value is zero or more. Leave a loss out.' });
    }
  });
  return refusals;
};

/** ALL-8: each decision is named, once, and its amount is zero or more. */
const decisionRefusals = ({ decisions }: AllianceDescription): Refusal[] => {
  const rule = 'ALL-8';
  const refusals: Refusal[] = [];
  decisions.forEach(({ decision, amount }, place) => {
    const field = `decisions[${place}]`;
    if (decision === '') {
      refusals.push({ rule, field: `${field}.decision`, message: 'Say which decision this is, or remove the line.' });
    } else if (decisions.findIndex((other) => isSameWording(other.decision, decision)) < place) {
      refusals.push({ rule, field: `${field}.decision`, message: `'${decision}' is named twice.` });
    }
    if (amount !== null && !(amount >= 0)) {
      refusals.push({ rule, field: `${field}.amount`, message: 'The amount of a decision is zero or more.' });
    }
  });
  return refusals;
};

const isSameWording = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const longestObjective = 240;

/** ALL-5: an objective is one sentence. */
const objectiveRefusals = ({ objectives }: AllianceDescription): Refusal[] => {
  const rule = 'ALL-5';
  return objectives.flatMap(({ sentence }, place): Refusal[] => {
    const field = `objectives[${place}].sentence`;
    if (sentence === '') return [{ rule, field, message: 'Write the objective in a sentence, or remove the line.' }];
    if (sentence.length > longestObjective) {
      const message = `An objective is one sentence of at most ${longestObjective} characters; this has ${sentence.length}.`;
      return [{ rule, field, message }];
    }
    if (!isOneSentence(sentence)) {
      return [{ rule, field, message: 'This is more than one sentence. Make each one an objective of its own.' }];
    }
    return [];
  });
};

const abbreviations =
  /^(?:inc|ltd|corp|approx|incl|excl|etc|mrs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fig|vol)$/i;

/**
 * A full stop ends a sentence when a word of three letters or more stands before it and a capital follows. An abbreviation is
 * no such word: a false alarm here would stop somebody from saying what they mean.
 */
const isOneSentence = (text: string): boolean => {
  if (/[\r\n]/u.test(text) || /[!?]["')\]]*\s+\p{Lu}/u.test(text)) return false;
  const stops = text.matchAll(/(\p{L}{3,})[.]["')\]]*\s+\p{Lu}/gu);
  return [...stops].every(([, word = '']) => abbreviations.test(word));
};
