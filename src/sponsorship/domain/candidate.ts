import type { DateOnly } from '#kernel/date-only.ts';
import type { Money } from '#kernel/money.ts';
import type { Period } from '#kernel/period.ts';
import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';
import type { SpellKind, Tier } from './sponsorship-policy.ts';

export type AreaAnsweredFor = { readonly id: string; readonly name: string };

/** The right to take decisions of a kind alone, up to an amount; null means without a limit. */
export type DecisionRight = {
  readonly kind: string;
  readonly upTo: Money | null;
};

/** A rating somebody gave on the scale 0, 25, 50, 75, 100, with its source. */
export type Rated = {
  readonly rating: number;
  readonly by: string | null;
  readonly on: DateOnly | null;
  readonly note: string | null;
};

/**
 * A move made public before it happens; `probability` from 0 to 1. To another role it may keep the sponsorship as any role
 * move may; out of the company, or to where nobody knows (null), it ends it.
 */
export type AnnouncedMove = {
  readonly on: DateOnly;
  readonly probability: number;
  readonly to: 'role' | 'exit' | null;
};

/** The post held on the day the sponsorship starts; `until` is its end where one is on record. */
export type PostHeld = {
  readonly title: string;
  readonly since: DateOnly;
  readonly until: DateOnly | null;
  readonly function: ExecutiveFunction;
};

/** All that ranking wants to know of one executive. Null means 'not on record', an empty list means 'none'. */
export type CandidateFacts = {
  /** The person's id. */
  readonly id: string;
  readonly name: string;
  /** When the person is with the company; an empty list means never. */
  readonly employment: readonly Period[];
  readonly post: PostHeld | null;
  /** 1 board or chief executive, 2 executive committee, 3 senior vice-president, 4 vice-president, 5 director, 6 below. */
  readonly level: number | null;
  /** Areas whose results the person answers for: those named only, their descendants follow from the alliance's paths. */
  readonly areas: readonly AreaAnsweredFor[] | null;
  /** Where the person's budget stands among the company's executives, 0 to 100. */
  readonly budgetPercentile: number | null;
  readonly decisionRights: readonly DecisionRight[] | null;
  /** Where the person stands among those whom colleagues seek out, 0 to 100. */
  readonly networkPercentile: number | null;
  /** Which role spell applies; null for the policy's usual one. */
  readonly spell: SpellKind | null;
  readonly announcedMoves: readonly AnnouncedMove[];
  /** How far the alliance's result is in the person's own objectives. */
  readonly stake: Rated | null;
  /** How much room the person has; null to derive it from load and capacity. */
  readonly room: Rated | null;
  /** Load already carried, in the unit of `AllianceFacts.loadNeeded` (1 is a usual sponsorship). */
  readonly load: number;
  /** How much load the person can carry; null for the policy's limit. */
  readonly capacity: number | null;
  /** Why the person has a conflict of interest, in words; null for none known. */
  readonly conflictOfInterest: string | null;
  /** Why the partner does not want this person, in words; null for no veto. */
  readonly partnerVeto: string | null;
};

/** Yearly value that the alliance brings to an area; `areaPath` runs from the tree's root down to the area itself. */
export type ValueLine = {
  readonly areaId: string;
  readonly areaName: string;
  readonly areaPath: readonly string[];
  readonly yearly: Money;
};

/** A decision that the alliance will need; a null amount means that its size is not on record. */
export type DecisionNeeded = {
  readonly kind: string;
  readonly label: string;
  readonly amount: Money | null;
};

export type PersonRef = { readonly id: string; readonly name: string };

/** All that ranking wants to know of the alliance. */
export type AllianceFacts = {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  /** The day the sponsorship starts. */
  readonly startsOn: DateOnly;
  /** The day until which the alliance is planned; null for the policy's usual horizon. */
  readonly horizonEndsOn: DateOnly | null;
  /** Empty means that no value by area is on record. */
  readonly valueLines: readonly ValueLine[];
  /** Empty means that none is on record. */
  readonly decisionsNeeded: readonly DecisionNeeded[];
  readonly counterpart: {
    readonly name: string;
    readonly level: number | null;
  } | null;
  readonly partnerFounderLed: boolean;
  readonly allianceManager: PersonRef | null;
  /** The alliance manager's line managers, the direct one first, then upwards. */
  readonly managerLine: readonly PersonRef[];
  /** Load that sponsoring this alliance adds; 1 is usual. */
  readonly loadNeeded: number;
};
