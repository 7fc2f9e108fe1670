import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { mayEditAlliance, mayRegisterAlliance, maySetManager } from './alliances-policy.ts';

const actor = (role: Role, personId: string | null = 'ida'): Actor => ({
  seatId: 'seat',
  userId: 'user',
  name: 'Ida Brandt',
  role,
  side: 'ours',
  isOwner: true,
  personId,
});

const others: Role[] = ['executiveSponsor', 'assistant', 'auditor'];

describe('ALL-12 who may do what with an alliance', () => {
  test.each<Role>(['headOfAlliances', 'system'])('%s does everything', (role) => {
    const somebody = actor(role, null);
    const refusals = [
      mayRegisterAlliance(somebody),
      mayEditAlliance(somebody, null),
      maySetManager(somebody, 'ours', null),
    ];
    expect(refusals.flat()).toEqual([]);
  });
  test('an alliance manager edits what they manage, and registers nothing', () => {
    const manager = actor('allianceManager');
    expect(mayEditAlliance(manager, 'ida')).toEqual([]);
    expect(mayEditAlliance(manager, 'somebody else')).toHaveLength(1);
    expect(mayEditAlliance(manager, null)).toHaveLength(1);
    expect(mayEditAlliance(actor('allianceManager', null), null)).toHaveLength(1);
    expect(mayRegisterAlliance(manager)).toHaveLength(1);
  });
  test('an alliance manager notes the partner’s manager, and never names one of ours', () => {
    const manager = actor('allianceManager');
    expect(maySetManager(manager, 'theirs', 'ida')).toEqual([]);
    expect(maySetManager(manager, 'ours', 'ida')).toHaveLength(1);
  });
  test.each(others)('%s changes nothing, manager or not', (role) => {
    const somebody = actor(role);
    expect(mayRegisterAlliance(somebody)).toHaveLength(1);
    expect(mayEditAlliance(somebody, 'ida')).toHaveLength(1);
    expect(maySetManager(somebody, 'theirs', 'ida')).toHaveLength(1);
  });
});
