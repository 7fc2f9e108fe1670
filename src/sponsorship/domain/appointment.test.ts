import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/date-only.ts';
import {
  type Appointment,
  endAppointment,
  firstFreeDay,
  nameCounterpart,
  overlapRefusals,
  timeInOffice,
} from './appointment.ts';

const ines: Appointment = {
  id: 'a1',
  side: 'ours',
  kind: 'sponsor',
  personId: 'ines',
  personName: 'Ines Duarte',
  period: { from: '2026-01-01', to: '2029-01-01' },
  endedOn: null,
};

const rulesOf = (decision: ReturnType<typeof endAppointment> | ReturnType<typeof nameCounterpart>) =>
  decision.ok ? [] : decision.refusals.map(({ rule, field }) => `${rule} ${field ?? ''}`.trim());

test('SPO-30: an appointment ends on a day within its term, with a reason', () => {
  expect(endAppointment(ines, '2027-06-01', ' Moves to Osaka ')).toEqual({
    ok: true,
    value: { period: { from: '2026-01-01', to: '2027-06-01' }, endedOn: '2027-06-01', reason: 'Moves to Osaka' },
  });
  expect(endAppointment(ines, '2028-12-31', 'x').ok).toBe(true);
  expect(rulesOf(endAppointment(ines, '2029-01-01', 'x'))).toEqual(['SPO-30 on']);
  expect(rulesOf(endAppointment(ines, '2029-01-02', ' '))).toEqual(['SPO-30 reason', 'SPO-30 on']);
});

test('SPO-30: what was ended once is not ended again', () => {
  expect(rulesOf(endAppointment({ ...ines, endedOn: '2027-01-01' }, '2026-06-01', 'x'))).toEqual(['SPO-30']);
});

test('SPO-30: an appointment called off before it began was never in office', () => {
  const ended = endAppointment(ines, '2025-12-01', 'Changed their mind');
  expect(ended.ok && ended.value.period).toEqual({ from: '2026-01-01', to: '2026-01-02' });
  expect(timeInOffice({ ...ines, period: { from: '2026-01-01', to: '2026-01-02' }, endedOn: '2025-12-01' })).toBeNull();
  expect(timeInOffice(ines)).toEqual(ines.period);
});

test('SPO-27: a new term begins at the earliest on the day the present one ends', () => {
  expect(overlapRefusals([ines], { from: '2029-01-01', to: null }, 'termFrom')).toEqual([]);
  expect(overlapRefusals([ines], { from: '2028-12-31', to: null }, 'termFrom')).toEqual([
    {
      rule: 'SPO-27',
      field: 'termFrom',
      message:
        'Ines Duarte is sponsor from 1 January 2026 to 1 January 2029. End that appointment first, or choose a term outside it.',
    },
  ]);
});

test('SPO-30: ending never lengthens an appointment and always leaves a period in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 1_500 }), (days) => {
      const ended = endAppointment(ines, addDays(ines.period.from, days), 'x');
      if (!ended.ok) return;
      expect((ended.value.period.to ?? '') <= '2029-01-01').toBe(true);
      expect((ended.value.period.to ?? '') > ended.value.period.from).toBe(true);
    }),
  );
});

const kenji = { name: 'Kenji Sato', organisationId: 'nara', organisationName: 'Nara Robotics' };
const asked = { person: kenji, partnerIds: ['nara'], period: { from: '2026-01-01', to: null }, appointments: [ines] };

test('SPO-31: the counterpart belongs to a partner of the alliance', () => {
  expect(nameCounterpart(asked)).toEqual({ ok: true, value: asked.period });
  expect(rulesOf(nameCounterpart({ ...asked, partnerIds: ['orbis'] }))).toEqual(['SPO-31 personId']);
  expect(rulesOf(nameCounterpart({ ...asked, person: null }))).toEqual(['SPO-31 personId']);
});

test('SPO-31: the counterpart follows the one before, for a period in order', () => {
  const before: Appointment = { ...ines, side: 'theirs', personName: 'Yuko Abe' };
  expect(rulesOf(nameCounterpart({ ...asked, appointments: [before] }))).toEqual(['SPO-31 from']);
  expect(rulesOf(nameCounterpart({ ...asked, period: { from: '2026-01-01', to: '2026-01-01' } }))).toEqual([
    'SPO-31 to',
  ]);
});

test('SPO-27: the first free day follows every term on record', () => {
  const tomas = { ...ines, period: { from: '2029-01-01', to: '2030-01-01' } };
  expect(firstFreeDay([], 'ours', '2026-06-01')).toBe('2026-06-01');
  expect(firstFreeDay([ines], 'theirs', '2026-06-01')).toBe('2026-06-01');
  expect(firstFreeDay([tomas, ines], 'ours', '2026-06-01')).toBe('2030-01-01');
  expect(firstFreeDay([tomas, ines], 'ours', '2025-06-01')).toBe('2025-06-01');
  expect(firstFreeDay([{ ...ines, period: { from: '2026-01-01', to: null } }], 'ours', '2026-06-01')).toBe(
    '2026-06-01',
  );
});
