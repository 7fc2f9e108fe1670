import { describe, expect, it } from 'vitest';
import { defaultPolicy } from './sponsorship-policy.ts';
import { basisOf, policyBasis } from './sponsorship-policy-basis.ts';

const leavesOf = (value: unknown, path = ''): readonly string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key))
    : [path];

describe('the default policy', () => {
  it('has the swings and the spells of R1', () => {
    const { neutral, mostSeniorInLine, generalManagement } = defaultPolicy.profiles;
    expect([neutral, mostSeniorInLine, generalManagement].map(({ swings }) => Object.values(swings))).toEqual([
      [100, 90, 80, 60, 50, 40],
      [80, 100, 30, 90, 40, 40],
      [90, 70, 100, 40, 60, 40],
    ]);
    expect([neutral.kept, mostSeniorInLine.kept, generalManagement.kept]).toEqual([0.5, 0, 0.85]);
    expect(defaultPolicy.founderLedLongevityFactor).toBe(1.5);
    expect(defaultPolicy.spells).toEqual({
      areaHead: { shape: 1.5, mean: 6.7 },
      rotation: { shape: 4, mean: 3.5 },
      founder: { shape: 1, mean: 14 },
    });
  });

  it('warns at three sponsorships, stops at five, and lets a nomination lapse after two weeks', () => {
    expect(defaultPolicy.limits).toEqual({ warn: 3, stop: 5 });
    expect([defaultPolicy.nominationReminderDays, defaultPolicy.nominationExpiryDays]).toEqual([7, 14]);
    expect(defaultPolicy.changeWarningMonths).toBe(12);
  });

  it('says of each setting where it comes from, and of no other', () => {
    const leaves = leavesOf(defaultPolicy);
    expect(leaves.filter((leaf) => basisOf(leaf) === null)).toEqual([]);
    const unused = Object.keys(policyBasis).filter((path) => !leaves.some((leaf) => `${leaf}.`.startsWith(`${path}.`)));
    expect(unused).toEqual([]);
  });

  it('has scales whose points rise', () => {
    for (const anchors of Object.values(defaultPolicy.anchors)) {
      const at = anchors.map((anchor) => anchor.at);
      expect(at).toEqual(at.toSorted((one, other) => one - other));
    }
  });
});
