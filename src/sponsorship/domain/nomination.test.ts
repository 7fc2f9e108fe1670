import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision } from '#kernel/decision.ts';
import type { Appointment } from './appointment.ts';
import {
  answerNomination,
  clockSays,
  isWaiting,
  type Nomination,
  type NominationRequest,
  nominate,
  standingOf,
  withdrawNomination,
} from './nomination.ts';

const now = new Date('2026-03-02T09:00:00Z');
const expiresAt = new Date('2026-03-16T09:00:00Z');
const ines = { id: 'ines', name: 'Ines Duarte', mail: 'ines@aurelia.example' };
const tomas = { id: 'tomas', name: 'Tomas Lind', isOurs: true };

const request: NominationRequest = {
  now,
  side: 'ours',
  person: ines,
  deputy: null,
  reason: 'Her product line carries the results.',
  reasonAgainstRanking: '',
  ineligible: [],
  first: { id: 'ines', name: 'Ines Duarte' },
  isSharedFirst: false,
  term: { from: '2026-03-02', to: '2029-03-02' },
  waiting: [],
  appointments: [],
  expiresAt,
};

const open: Nomination = {
  id: 'n1',
  side: 'ours',
  personId: 'ines',
  personName: 'Ines Duarte',
  deputyPersonId: 'tomas',
  askedBy: 'Mara Vogel',
  term: { from: '2026-03-02', to: '2029-03-02' },
  expiresAt,
  state: 'open',
};

const inOffice: Appointment = {
  id: 'a1',
  side: 'ours',
  kind: 'sponsor',
  personId: 'aiko',
  personName: 'Aiko Mori',
  period: { from: '2025-01-01', to: null },
  endedOn: null,
};

const rules = (decision: Decision<unknown>) =>
  decision.ok ? [] : decision.refusals.map(({ rule, field }) => `${rule} ${field ?? ''}`.trim());

test('SPO-20: the first in the ranking is asked with one reason, anybody else with a second', () => {
  expect(nominate(request)).toEqual({
    ok: true,
    value: { reason: request.reason, caseReason: request.reason, term: request.term, expiresAt },
  });
  expect(rules(nominate({ ...request, reason: '  ' }))).toEqual(['SPO-20 reason']);
  const second = { ...request, first: { id: 'tomas', name: 'Tomas Lind' } };
  expect(rules(nominate(second))).toEqual(['SPO-20 reasonAgainstRanking']);
  const chosen = nominate({ ...second, reasonAgainstRanking: 'He leaves for Osaka.' });
  expect(chosen.ok && chosen.value.caseReason).toBe(`${request.reason}\n\nAgainst the ranking: He leaves for Osaka.`);
  expect(nominate({ ...second, isSharedFirst: true }).ok).toBe(true);
});

test('SPO-21: one nomination waits at a time on one side', () => {
  expect(rules(nominate({ ...request, waiting: [open] }))).toEqual(['SPO-21']);
  expect(nominate({ ...request, waiting: [{ ...open, expiresAt: now }] }).ok).toBe(true);
  expect(nominate({ ...request, waiting: [{ ...open, side: 'theirs' }] }).ok).toBe(true);
});

test('SPO-22: somebody who is not eligible is refused with each reason', () => {
  const decision = nominate({ ...request, ineligible: ['The partner does not want her.', 'She is below the level.'] });
  expect(rules(decision)).toEqual(['SPO-22 personId', 'SPO-22 personId']);
  expect(!decision.ok && decision.refusals[0]?.message).toBe('Ines Duarte: The partner does not want her.');
});

test('SPO-23: the term is in order and not over', () => {
  expect(rules(nominate({ ...request, term: { from: '2026-03-02', to: '2026-03-02' } }))).toEqual(['SPO-23 termTo']);
  expect(rules(nominate({ ...request, term: { from: '2025-03-02', to: '2026-03-02' } }))).toEqual(['SPO-23 termTo']);
  expect(nominate({ ...request, term: { from: '2025-03-02', to: '2026-03-03' } }).ok).toBe(true);
});

test('SPO-24: the deputy is somebody else, of our company', () => {
  expect(rules(nominate({ ...request, deputy: { ...tomas, id: 'ines' } }))).toEqual(['SPO-24 deputyPersonId']);
  expect(rules(nominate({ ...request, deputy: { ...tomas, isOurs: false } }))).toEqual(['SPO-24 deputyPersonId']);
  expect(nominate({ ...request, deputy: tomas }).ok).toBe(true);
});

test('SPO-25: somebody without a mail address cannot be asked by mail', () => {
  expect(rules(nominate({ ...request, person: { ...ines, mail: null } }))).toEqual(['SPO-25 personId']);
});

test('SPO-27: nobody is asked for a time in which another is in office', () => {
  expect(rules(nominate({ ...request, appointments: [inOffice] }))).toEqual(['SPO-27 termFrom']);
  expect(nominate({ ...request, appointments: [{ ...inOffice, side: 'theirs' }] }).ok).toBe(true);
});

test('SPO-26: an answer is taken once and until the last moment', () => {
  const accept = { choice: 'accept', remark: '' } as const;
  const justInTime = new Date(expiresAt.getTime() - 1);
  expect(answerNomination(open, accept, justInTime, [])).toEqual({
    ok: true,
    value: { state: 'accepted', term: { from: '2026-03-16', to: '2029-03-02' }, deputyPersonId: 'tomas' },
  });
  expect(rules(answerNomination(open, accept, expiresAt, []))).toEqual(['SPO-26']);
  const declined: Nomination = { ...open, state: 'declined', at: now, by: 'Ines Duarte', remark: '' };
  const late = answerNomination(declined, accept, now, []);
  expect(!late.ok && late.refusals[0]?.message).toBe('Ines Duarte declined on 2 March 2026. That answer stands.');
});

test('SPO-26: talking first keeps the nomination waiting; asking again needs something to say', () => {
  expect(answerNomination(open, { choice: 'talkFirst', remark: '' }, now, [])).toEqual({
    ok: true,
    value: { state: 'talking' },
  });
  const talking: Nomination = { ...open, state: 'talking', talks: [{ askedAt: now, remark: '' }] };
  expect(rules(answerNomination(talking, { choice: 'talkFirst', remark: ' ' }, now, []))).toEqual(['SPO-26']);
  expect(answerNomination(talking, { choice: 'talkFirst', remark: 'Tuesday?' }, now, []).ok).toBe(true);
  expect(answerNomination(talking, { choice: 'accept', remark: '' }, now, []).ok).toBe(true);
});

test('SPO-27: accepting displaces nobody; declining is always possible', () => {
  expect(rules(answerNomination(open, { choice: 'accept', remark: '' }, now, [inOffice]))).toEqual(['SPO-27 choice']);
  expect(answerNomination(open, { choice: 'decline', remark: '' }, now, [inOffice]).ok).toBe(true);
});

test('SPO-24: the nominee may name another deputy, or none, but not themselves', () => {
  const withDeputy = (deputy: typeof tomas | null) =>
    answerNomination(open, { choice: 'accept', remark: '', deputy }, now, []);
  const aiko = withDeputy({ ...tomas, id: 'aiko' });
  expect(aiko.ok && aiko.value.state === 'accepted' && aiko.value.deputyPersonId).toBe('aiko');
  const none = withDeputy(null);
  expect(none.ok && none.value.state === 'accepted' && none.value.deputyPersonId).toBeNull();
  expect(rules(withDeputy({ ...tomas, id: 'ines' }))).toEqual(['SPO-24 deputyPersonId']);
});

test('SPO-28: only a waiting nomination is taken back, with a reason', () => {
  expect(withdrawNomination(open, ' The scope changed. ', now)).toEqual({
    ok: true,
    value: { reason: 'The scope changed.' },
  });
  expect(rules(withdrawNomination(open, ' ', now))).toEqual(['SPO-28 reason']);
  const lapsed: Nomination = { ...open, state: 'lapsed', at: expiresAt, by: 'The clock', remark: '' };
  expect(rules(withdrawNomination(lapsed, 'x', now))).toEqual(['SPO-28']);
});

test('SPO-29: the clock reminds once and lapses at expiry', () => {
  const remindAt = new Date('2026-03-09T09:00:00Z');
  expect(clockSays(open, new Date(remindAt.getTime() - 1), remindAt, false)).toBe('nothing');
  expect(clockSays(open, remindAt, remindAt, false)).toBe('remind');
  expect(clockSays(open, remindAt, remindAt, true)).toBe('nothing');
  expect(clockSays(open, expiresAt, remindAt, false)).toBe('lapse');
  const accepted: Nomination = { ...open, state: 'accepted', at: now, by: 'Ines Duarte', remark: '' };
  expect(clockSays(accepted, expiresAt, remindAt, false)).toBe('nothing');
});

test('SPO-26: whatever the answer and the moment, an ended nomination stays as it ended', () => {
  const ends = fc.constantFrom('accepted', 'declined', 'withdrawn', 'lapsed');
  const choices = fc.constantFrom('accept', 'decline', 'talkFirst');
  fc.assert(
    fc.property(ends, choices, fc.date({ noInvalidDate: true }), (state, choice, moment) => {
      const ended: Nomination = { ...open, state, at: now, by: 'Mara Vogel', remark: '' };
      expect(isWaiting(ended, moment)).toBe(false);
      expect(rules(answerNomination(ended, { choice, remark: 'x' }, moment, []))).toEqual(['SPO-26']);
      expect(standingOf(ended, moment)).toContain('2 March 2026');
    }),
  );
});
