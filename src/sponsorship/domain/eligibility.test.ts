import { describe, expect, it } from 'vitest';
import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { anAlliance, anExecutive } from './candidate-cast.ts';
import { ineligibility, loadWarning } from './eligibility.ts';
import { defaultPolicy } from './sponsorship-policy.ts';

const rulesAgainst = (
  executive: Partial<CandidateFacts>,
  alliance: Partial<AllianceFacts> = {},
  policy = defaultPolicy,
): readonly string[] => ineligibility(anExecutive(executive), anAlliance(alliance), policy).map(({ rule }) => rule);

describe('who may not sponsor', () => {
  it('nobody is filtered out without a reason', () => {
    expect(rulesAgainst({})).toEqual([]);
  });

  it('SPO-1: a conflict of interest, in its own words', () => {
    const [refusal] = ineligibility(
      anExecutive({ conflictOfInterest: 'sits on the board of Halden' }),
      anAlliance(),
      defaultPolicy,
    );
    expect(refusal).toMatchObject({
      rule: 'SPO-1',
      message: 'Maren Okafor has a conflict of interest: sits on the board of Halden.',
    });
  });

  it("SPO-2: the alliance manager's own line manager; further up only if the policy says so", () => {
    expect(rulesAgainst({ id: 'director' })).toEqual(['SPO-2']);
    expect(rulesAgainst({ id: 'chief' })).toEqual([]);
    expect(rulesAgainst({ id: 'chief' }, {}, { ...defaultPolicy, lineManagerRule: 'wholeLine' })).toEqual(['SPO-2']);
  });

  it.each([
    ['strategic', 2],
    ['core', 3],
    ['exploratory', 4],
  ] as const)('SPO-3: for the %s tier anyone below level %d', (tier, lowest) => {
    expect(rulesAgainst({ level: lowest - 1 }, { tier })).toEqual([]);
    expect(rulesAgainst({ level: lowest }, { tier })).toEqual([]);
    expect(rulesAgainst({ level: lowest + 1 }, { tier })).toEqual(['SPO-3']);
    expect(rulesAgainst({ level: null }, { tier })).toEqual([]);
  });

  it('SPO-4: load and need above capacity', () => {
    expect(rulesAgainst({ load: 4 })).toEqual([]);
    expect(rulesAgainst({ load: 5 })).toEqual(['SPO-4']);
    expect(rulesAgainst({ load: 1, capacity: 2 })).toEqual([]);
    expect(rulesAgainst({ load: 1.5, capacity: 2 })).toEqual(['SPO-4']);
    expect(rulesAgainst({ load: 1, capacity: 2 }, { loadNeeded: 1.5 })).toEqual(['SPO-4']);
  });

  it("SPO-5: the partner's veto", () => {
    expect(rulesAgainst({ partnerVeto: 'a dispute of 2019' })).toEqual(['SPO-5']);
  });

  it('SPO-6: not employed on the start date; the last day does not belong to a period', () => {
    expect(rulesAgainst({ employment: [] })).toEqual(['SPO-6']);
    expect(rulesAgainst({ employment: [{ from: '2026-01-02', to: null }] })).toEqual(['SPO-6']);
    expect(rulesAgainst({ employment: [{ from: '2026-01-01', to: null }] })).toEqual([]);
    expect(rulesAgainst({ employment: [{ from: '2020-01-01', to: '2026-01-01' }] })).toEqual(['SPO-6']);
    expect(rulesAgainst({ employment: [{ from: '2020-01-01', to: '2026-01-02' }] })).toEqual([]);
  });

  it('every reason is told, not only the first', () => {
    expect(rulesAgainst({ level: 6, load: 9, partnerVeto: 'no', employment: [] })).toEqual([
      'SPO-3',
      'SPO-4',
      'SPO-5',
      'SPO-6',
    ]);
  });
});

describe('a warning of load', () => {
  it('comes from three sponsorships on, this one included', () => {
    expect(loadWarning(anExecutive({ load: 1 }), anAlliance(), defaultPolicy)).toBeNull();
    expect(loadWarning(anExecutive({ load: 2 }), anAlliance(), defaultPolicy)).toMatch(/would carry 3 sponsorships/);
  });
});
