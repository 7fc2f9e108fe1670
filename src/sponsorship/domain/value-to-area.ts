import { scoreOn } from './anchor-scale.ts';
import type { AllianceFacts, AreaAnsweredFor, CandidateFacts, ValueLine } from './candidate.ts';
import { absent, between, type CriterionPart, type CriterionScore, known } from './criterion.ts';
import { converted, inWords } from './plain-numbers.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';

/**
 * V: 100 x min(1, yearly alliance value landing in the areas the candidate answers for, descendants included, / reference
 * value) with the default scale (R1). Value in a currency without a rate makes it an interval, not a guess.
 */
export const valueToArea = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
): CriterionScore => {
  const scored = (amount: number) => scoreOn(policy.anchors.valueToArea, amount / policy.referenceValue.amount);
  const whole = [scored(0), scored(Number.MAX_VALUE)] as const;
  if (alliance.valueLines.length === 0) {
    const missing = { fact: 'valueByArea', about: 'alliance', could: whole } as const;
    return between('valueToArea', whole, [
      absent('yearlyValue', 'No yearly value by area is on record for this alliance.', missing),
    ]);
  }
  if (candidate.areas === null) {
    const missing = { fact: 'areas', about: 'candidate', could: whole } as const;
    return between('valueToArea', whole, [
      absent('areas', 'It is not on record which areas this person answers for.', missing),
    ]);
  }
  const landing = alliance.valueLines.flatMap((line) => {
    const area = nearestArea(line, candidate);
    return area ? [{ line, area, amount: converted(line.yearly, policy.referenceValue, policy.exchangeRates) }] : [];
  });
  const sum = landing.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const value = scored(sum);
  const could = [value, whole[1]] as const;
  const parts = landing.map(({ line, area, amount }): CriterionPart => {
    const where = area.id === line.areaId ? area.name : `${line.areaName}, part of ${area.name}`;
    const evidence = `${inWords(line.yearly)} a year lands in ${where}`;
    if (amount !== null) return { name: line.areaName, value: amount, evidence: `${evidence}.` };
    const missing = { fact: `exchangeRate:${line.yearly.currency}`, about: 'alliance', could } as const;
    return absent(
      line.areaName,
      `${evidence}, but no rate to ${policy.referenceValue.currency} is on record.`,
      missing,
    );
  });
  if (parts.length === 0) {
    const evidence = "None of the alliance's value lands in an area this person answers for.";
    return known('valueToArea', value, [{ name: 'areas', value: 0, evidence }]);
  }
  return parts.some((part) => part.missing) ? between('valueToArea', could, parts) : known('valueToArea', value, parts);
};

/** The closest of the candidate's areas above the line's own, or that one itself. */
const nearestArea = (line: ValueLine, candidate: CandidateFacts) => {
  let nearest: AreaAnsweredFor | null = null;
  let depth = -1;
  for (const area of candidate.areas ?? []) {
    const place = area.id === line.areaId ? line.areaPath.length : line.areaPath.lastIndexOf(area.id);
    if (place > depth) [nearest, depth] = [area, place];
  }
  return nearest;
};
