import { expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { type Ability, against, againstAnswering, mayOrWhy } from './sponsorship-abilities.ts';

const actor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  seatId: 's1',
  userId: 'u1',
  name: 'Mara Vogel',
  role,
  side: 'ours',
  isOwner: false,
  personId: null,
  ...changes,
});

const everybody: readonly Role[] = [
  'headOfAlliances',
  'allianceManager',
  'executiveSponsor',
  'assistant',
  'auditor',
  'system',
];
const holdersOf = (ability: Ability) => everybody.filter((role) => against(actor(role), ability).length === 0);

test.each<[Ability, readonly Role[]]>([
  ['policy.edit', ['headOfAlliances', 'system']],
  ['archetype.choose', ['headOfAlliances', 'system']],
  ['policy.read', ['headOfAlliances', 'allianceManager', 'auditor', 'system']],
  ['candidates.read', ['headOfAlliances', 'allianceManager', 'auditor', 'system']],
  ['case.read', ['headOfAlliances', 'allianceManager', 'auditor', 'system']],
  ['candidates.rate', ['headOfAlliances', 'allianceManager', 'system']],
  ['nomination.make', ['headOfAlliances', 'allianceManager', 'system']],
  ['nomination.withdraw', ['headOfAlliances', 'allianceManager', 'system']],
  ['counterpart.name', ['headOfAlliances', 'allianceManager', 'system']],
  ['appointment.end', ['headOfAlliances', 'allianceManager', 'system']],
  ['sponsorship.read', everybody],
])('SPO-36: %s', (ability, holders) => {
  expect(holdersOf(ability)).toEqual(holders);
  expect(everybody.filter((role) => against(actor(role, { side: 'theirs' }), ability).length === 0)).toEqual([]);
});

test('SPO-36: being the owner adds no right here', () => {
  expect(mayOrWhy(against(actor('auditor', { isOwner: true }), 'policy.edit'))).toBe(
    'Only a head of alliances changes the sponsorship policy.',
  );
});

test('SPO-36: a nomination is answered by the person asked, or on their behalf', () => {
  const answers = (role: Role, changes: Partial<Actor>) => againstAnswering(actor(role, changes), 'ines').length === 0;
  expect(answers('executiveSponsor', { personId: 'ines' })).toBe(true);
  expect(answers('assistant', { personId: 'ines' })).toBe(true);
  expect(answers('headOfAlliances', { personId: 'ines' })).toBe(true);
  expect(answers('headOfAlliances', {})).toBe(false);
  expect(answers('executiveSponsor', { personId: 'tomas' })).toBe(false);
  expect(answers('auditor', { personId: 'ines' })).toBe(false);
  expect(answers('executiveSponsor', { personId: 'ines', side: 'theirs' })).toBe(false);
});
