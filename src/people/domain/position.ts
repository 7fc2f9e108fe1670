import type { DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal, refuse } from '#kernel/decision.ts';
import { isCurrency, type Money } from '#kernel/money.ts';
import { externalIdRefusals } from './organisation.ts';
import { erasedRefusal, noSuchOrganisation } from './person.ts';
import { reportingCycle, type ReportingLine } from './reporting-line.ts';
import type { ExecutiveFunction } from './tenure-typical.ts';

export type PositionDraft = {
  readonly title: string;
  readonly function: ExecutiveFunction;
  readonly level: number;
  readonly organisationId: string;
  readonly areaId: string | null;
  readonly reportsTo: string | null;
  readonly budget: Money | null;
  readonly from: DateOnly;
  readonly to: DateOnly | null;
  readonly externalId: string | null;
};

export type PositionFacts = {
  readonly personId: string;
  readonly personIsErased: boolean;
  readonly organisationExists: boolean;
  /** The organisation that the area belongs to; null when there is no such area. */
  readonly areaOrganisationId: string | null;
  readonly managerExists: boolean;
  /** The lines above the manager, without the post that is being corrected. */
  readonly linesAbove: readonly ReportingLine[];
  readonly nameOf: (personId: string) => string;
  readonly externalIdUsedBy: string | null;
};

/** Takes a post on record, new or corrected. */
export const decidePosition = (draft: PositionDraft, facts: PositionFacts): Decision<PositionDraft> => {
  if (facts.personIsErased) return refuse(erasedRefusal);
  const externalId = draft.externalId?.trim() || null;
  return acceptUnless(
    [
      ...(draft.title.trim() ? [] : [{ rule: 'PEO-8', field: 'title', message: 'Give the post a title.' }]),
      ...levelRefusals(draft.level),
      ...periodRefusals(draft.from, draft.to),
      ...(facts.organisationExists ? [] : [noSuchOrganisation]),
      ...areaRefusals(draft, facts),
      ...managerRefusals(draft, facts),
      ...moneyRefusals(draft.budget, 'budget'),
      ...externalIdRefusals(externalId, facts.externalIdUsedBy),
    ],
    () => ({ ...draft, title: draft.title.trim(), externalId }),
  );
};

/** PEO-1: a post ends after it begins; its last day is the day before `to`. */
export const periodRefusals = (from: DateOnly, to: DateOnly | null): Refusal[] =>
  to === null || from < to
    ? []
    : [{ rule: 'PEO-1', field: 'to', message: `The post begins on ${from}, so it can only end on a later day.` }];

/** PEO-4: levels run from 1, board or chief executive, to 6, below director. */
export const levelRefusals = (level: number): Refusal[] =>
  Number.isInteger(level) && level >= 1 && level <= 6
    ? []
    : [
        {
          rule: 'PEO-4',
          field: 'level',
          message: 'Choose a level from 1 (board or chief executive) to 6 (below director).',
        },
      ];

/** PEO-7: an amount is not negative and has a currency of three capitals. */
export const moneyRefusals = (money: Money | null, field: string): Refusal[] => {
  if (money === null) return [];
  const refusals: Refusal[] = [];
  if (!(money.amount >= 0)) refusals.push({ rule: 'PEO-7', field, message: 'Give an amount of 0 or more.' });
  if (!isCurrency(money.currency)) {
    refusals.push({ rule: 'PEO-7', field, message: 'Give the currency as three capitals, such as EUR or USD.' });
  }
  return refusals;
};

/** PEO-11: the area belongs to the organisation of the post. */
const areaRefusals = ({ areaId, organisationId }: PositionDraft, { areaOrganisationId }: PositionFacts): Refusal[] =>
  areaId === null || areaOrganisationId === organisationId
    ? []
    : [
        {
          rule: 'PEO-11',
          field: 'areaId',
          message: 'This area is not one of the organisation of the post; choose another.',
        },
      ];

/** PEO-2 and PEO-3: nobody reports to themselves, directly or around a circle. */
const managerRefusals = (draft: PositionDraft, facts: PositionFacts): Refusal[] => {
  const field = 'reportsTo';
  if (draft.reportsTo === null) return [];
  if (draft.reportsTo === facts.personId) {
    return [
      { rule: 'PEO-2', field, message: 'Nobody reports to themselves; choose another person or leave it empty.' },
    ];
  }
  if (!facts.managerExists) {
    return [{ rule: 'FOUND', field, message: 'The person they report to is not on record here; choose another.' }];
  }
  const own: ReportingLine = { personId: facts.personId, reportsTo: draft.reportsTo, from: draft.from, to: draft.to };
  const cycle = reportingCycle(own, facts.linesAbove);
  if (cycle === null) return [];
  const names = cycle.map(facts.nameOf).join(' reports to ');
  return [
    { rule: 'PEO-3', field, message: `That would close a circle: ${names}. Choose another manager or other dates.` },
  ];
};

/** PEO-10: a post is left once, on a day after it began. */
export const decideEnd = (
  position: { readonly from: DateOnly; readonly to: DateOnly | null },
  on: DateOnly,
  today: DateOnly,
): Decision<DateOnly> => {
  if (position.to !== null && position.to <= today) {
    return refuse({
      rule: 'PEO-10',
      field: 'on',
      message: `This post was left on ${position.to}; correct it if that day is wrong.`,
    });
  }
  return acceptUnless(
    on > position.from
      ? []
      : [
          {
            rule: 'PEO-10',
            field: 'on',
            message: `The post began on ${position.from}; it can only be left on a later day.`,
          },
        ],
    () => on,
  );
};
