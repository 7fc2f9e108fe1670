import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import type { Decision } from '#kernel/decision.ts';
import { decideAnnouncedMove } from './announced-move.ts';
import { type AreaNode, decideAreaPlace, decideAreaResult } from './area.ts';
import { decideRight } from './decision-right.ts';
import { decideErasure, type PersonBonds } from './erasure.ts';
import { decideOrganisation, type OrganisationDraft } from './organisation.ts';
import {
  mayEditPeople,
  mayErasePerson,
  mayExportPeople,
  mayExportPerson,
  mayReadPeople,
  mayReadPerson,
} from './people-policy.ts';
import { decidePerson } from './person.ts';
import { timeInPost } from './time-in-post.ts';

const rulesOf = (decision: Decision<unknown>): string[] =>
  decision.ok ? [] : decision.refusals.map(({ rule }) => rule);

const organisation: OrganisationDraft = {
  name: 'Nordwind',
  kind: 'partner',
  isFounderLed: true,
  founderLedSince: '1994-05-01',
  country: ' ',
  externalId: null,
};
const onDay = { today: '2026-03-01', externalIdUsedBy: null };

test('PEO-5 founder-led needs a day that is not in the future', () => {
  expect(rulesOf(decideOrganisation({ ...organisation, founderLedSince: null }, onDay))).toEqual(['PEO-5']);
  expect(rulesOf(decideOrganisation({ ...organisation, founderLedSince: '2026-03-02' }, onDay))).toEqual(['PEO-5']);
  expect(rulesOf(decideOrganisation({ ...organisation, founderLedSince: '2026-03-01' }, onDay))).toEqual([]);
});

test('an organisation not led by founders keeps no date for it', () => {
  const decision = decideOrganisation({ ...organisation, isFounderLed: false }, onDay);
  expect(decision.ok && decision.value.founderLedSince).toBeNull();
});

test('PEO-8 and PEO-15 a name is needed, an external id is used once', () => {
  const draft = { ...organisation, name: ' ', externalId: 'N-1' };
  expect(rulesOf(decideOrganisation(draft, { ...onDay, externalIdUsedBy: 'Südwind' }))).toEqual(['PEO-8', 'PEO-15']);
});

test('PEO-9 a mail address can be written to and belongs to one person', () => {
  const draft = { name: 'Ada Berg', organisationId: 'o', externalId: null };
  const facts = { isErased: false, organisationExists: true, mailUsedBy: null, externalIdUsedBy: null };
  const withMail = (mail: string, mailUsedBy: string | null = null) =>
    rulesOf(decidePerson({ ...draft, mail }, { ...facts, mailUsedBy }));
  expect(withMail('ada@aurelia.example')).toEqual([]);
  expect(withMail('')).toEqual([]);
  for (const wrong of ['ada', 'ada@aurelia', 'a da@aurelia.example', 'ada@@aurelia.example', 'ada@aurelia.']) {
    expect(withMail(wrong)).toEqual(['PEO-9']);
  }
  expect(withMail('ada@aurelia.example', 'Ada B.')).toEqual(['PEO-9']);
});

const node = (id: string, parentId: string | null): AreaNode => ({ id, name: id, organisationId: 'o', parentId });

test('PEO-6 an area goes under nothing that is below it, nor into another organisation', () => {
  const cloud = { id: 'cloud', name: 'Cloud', organisationId: 'o' };
  expect(rulesOf(decideAreaPlace(cloud, []))).toEqual([]);
  expect(rulesOf(decideAreaPlace(cloud, [node('europe', null)]))).toEqual([]);
  expect(rulesOf(decideAreaPlace(cloud, [node('cloud', null)]))).toEqual(['PEO-6']);
  expect(rulesOf(decideAreaPlace(cloud, [node('edge', 'cloud'), node('cloud', null)]))).toEqual(['PEO-6']);
  expect(rulesOf(decideAreaPlace({ ...cloud, organisationId: 'p' }, [node('europe', null)]))).toEqual(['PEO-6']);
  expect(rulesOf(decideAreaPlace(cloud, null))).toEqual(['FOUND']);
});

test('PEO-6 moves that were accepted always leave a tree', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const move = fc.tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...names)));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const parents = new Map<string, string | null>(names.map((name) => [name, null]));
      const pathFrom = (start: string | null): AreaNode[] => {
        const path: AreaNode[] = [];
        for (let at = start; at !== null; at = parents.get(at) ?? null) path.push(node(at, parents.get(at) ?? null));
        return path;
      };
      for (const [area, parent] of moves) {
        const decision = decideAreaPlace({ id: area, name: area, organisationId: 'o' }, pathFrom(parent));
        if (decision.ok) parents.set(area, decision.value.parentId);
        // an endless path would hang here
        for (const name of names) expect(pathFrom(name).length).toBeLessThanOrEqual(names.length);
      }
    }),
  );
});

test('PEO-7 and PEO-12 a result has a calendar year and a currency, and may be a loss', () => {
  expect(rulesOf(decideAreaResult({ year: 2025, amount: -3, currency: 'EUR' }))).toEqual([]);
  expect(rulesOf(decideAreaResult({ year: 1899, amount: 3, currency: 'EURO' }))).toEqual(['PEO-12', 'PEO-7']);
  expect(rulesOf(decideAreaResult({ year: 1900, amount: 3, currency: 'EUR' }))).toEqual([]);
  expect(rulesOf(decideAreaResult({ year: 2200, amount: 3, currency: 'EUR' }))).toEqual([]);
  expect(rulesOf(decideAreaResult({ year: 2201, amount: 3, currency: 'EUR' }))).toEqual(['PEO-12']);
});

const freeOfBonds: PersonBonds = {
  isErased: false,
  sponsors: [],
  nominatedFor: [],
  manages: [],
  holdsSeat: false,
  isInvited: false,
};

test('PEO-13 a person is erased once nothing in force depends on them', () => {
  expect(rulesOf(decideErasure(freeOfBonds, 'asked for it'))).toEqual([]);
  const bound: Partial<PersonBonds>[] = [
    { sponsors: ['Nordwind'] },
    { nominatedFor: ['Nordwind'] },
    { manages: ['Nordwind'] },
    { holdsSeat: true },
    { isInvited: true },
  ];
  for (const bond of bound) expect(rulesOf(decideErasure({ ...freeOfBonds, ...bond }, 'x'))).toEqual(['PEO-13']);
  expect(rulesOf(decideErasure(freeOfBonds, ' '))).toEqual(['PEO-13']);
  expect(rulesOf(decideErasure({ ...freeOfBonds, isErased: true }, 'x'))).toEqual(['PEO-14']);
});

test('PEO-16 a decision right says of what, and up to what in which currency', () => {
  const facts = { personIsErased: false };
  expect(rulesOf(decideRight({ decision: ' ', upTo: null, source: '' }, facts))).toEqual(['PEO-16']);
  const upTo = { amount: 5, currency: '' };
  expect(rulesOf(decideRight({ decision: 'price', upTo, source: '' }, facts))).toEqual(['PEO-7']);
  const accepted = decideRight({ decision: ' price', upTo: null, source: '' }, facts);
  expect(accepted.ok && accepted.value).toEqual({ decision: 'price', upTo: null, source: 'entered by hand' });
});

test('PEO-17 an announced move lies ahead, with a chance above 0 and at most 1, and a source', () => {
  const facts = { today: '2026-03-01', personIsErased: false };
  const announced = { on: '2026-03-02', probability: 1, source: 'press release' };
  expect(rulesOf(decideAnnouncedMove(announced, facts))).toEqual([]);
  expect(rulesOf(decideAnnouncedMove({ ...announced, on: '2026-03-01' }, facts))).toEqual(['PEO-17']);
  expect(rulesOf(decideAnnouncedMove({ ...announced, probability: 0 }, facts))).toEqual(['PEO-17']);
  expect(rulesOf(decideAnnouncedMove({ ...announced, probability: 1.01 }, facts))).toEqual(['PEO-17']);
  expect(rulesOf(decideAnnouncedMove({ ...announced, source: '' }, facts))).toEqual(['PEO-17']);
});

const actor = (role: Role, personId: string | null = null, side: Actor['side'] = 'ours'): Actor => ({
  seatId: 's',
  userId: 'u',
  name: 'Ada Berg',
  role,
  side,
  isOwner: false,
  personId,
});
const roles: Role[] = ['headOfAlliances', 'allianceManager', 'executiveSponsor', 'assistant', 'auditor', 'system'];
const who = (may: (someone: Actor) => readonly unknown[]): Role[] =>
  roles.filter((role) => may(actor(role)).length === 0);

test('PEO-18 who reads, who writes, who takes out and who erases', () => {
  expect(who(mayReadPeople)).toEqual(['headOfAlliances', 'allianceManager', 'auditor', 'system']);
  expect(who(mayEditPeople)).toEqual(['headOfAlliances', 'system']);
  expect(who(mayErasePerson)).toEqual(['headOfAlliances', 'system']);
  expect(who(mayExportPeople)).toEqual(['headOfAlliances', 'auditor', 'system']);
  expect(who(mayExportPerson)).toEqual(['headOfAlliances', 'auditor', 'system']);
});

test('PEO-18 anyone reads what is kept about themselves; the partner side nothing', () => {
  expect(mayReadPerson(actor('executiveSponsor', 'p'), 'p')).toEqual([]);
  expect(mayReadPerson(actor('executiveSponsor', 'q'), 'p')).toHaveLength(1);
  expect(mayReadPerson(actor('headOfAlliances', 'p', 'theirs'), 'p')).toHaveLength(1);
});

test('time in post is counted to today, or to the day it was left, and not before it begins', () => {
  const post = { from: '2020-01-01', to: '2024-01-01', function: 'finance' as const };
  expect(timeInPost(post, '2022-01-01')).toMatchObject({ isRunning: true, typicalYears: 4.8 });
  expect(timeInPost(post, '2022-01-01')?.years).toBeCloseTo(2, 2);
  expect(timeInPost(post, '2026-01-01')).toMatchObject({ isRunning: false });
  expect(timeInPost(post, '2026-01-01')?.years).toBeCloseTo(4, 2);
  expect(timeInPost(post, '2019-12-31')).toBeNull();
});
