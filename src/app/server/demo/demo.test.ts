import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { visitAsSystem } from '#platform/context.ts';
import { rankAlliance } from '#sponsorship/server/rank-alliance.ts';
import { brookCast } from '#seed/brook/brook-cast.ts';
import type { Cast } from '#seed/cast.ts';
import { deleteDemo } from './delete-demo.ts';
import { fillDemo } from './fill-demo.ts';
import { startDemo } from './start-demo.ts';

let server: TestServer;
let demoId: string;

const begin = async (cast?: Cast): Promise<string> => {
  const seat = await server.sql((db) => db.selectFrom('seats').selectAll().limit(1).executeTakeFirstOrThrow());
  const visitor = { userId: seat.user_id, name: seat.name, mail: seat.mail };
  const started = await startDemo(server.running.services, visitor, cast);
  if (!started.ok) throw new Error(started.refusals.map(({ message }) => message).join(' '));
  return started.value.workspaceId;
};

beforeAll(async () => {
  server = await startTestServer();
  await server.as('headOfAlliances', { isOwner: true });
  demoId = await begin();
});

afterAll(() => server.close());

/** What a query finds in a workspace; it sees that one alone, as the software itself does. */
const find = async (query: string, workspaceId = demoId): Promise<Record<string, unknown>[]> => {
  const found = await visitAsSystem(server.running.services, workspaceId, 'Test').inWorkspace(async ({ db }) => ({
    ok: true,
    value: (await sql<Record<string, unknown>>`${sql.raw(query)}`.execute(db)).rows,
  }));
  return found.ok ? found.value : [];
};

const inForce = (table: string) =>
  `${table}.from_day <= current_date and coalesce(${table}.to_day > current_date, true)`;
const sponsors = `(select * from appointments a where a.side = 'ours' and ${inForce('a')})`;

/** Each clause of the mission with a query that finds where it is to be seen. */
const clauses: readonly (readonly [clause: string, query: string])[] = [
  [
    'M1: sponsors on record, each accepted by that person',
    `select from ${sponsors} s join nomination_ends e on e.nomination_id = s.nomination_id and e.kind = 'accepted'`,
  ],
  [
    'M1: alliances without one, for whoever should see that',
    `select from alliances where tier = 'strategic' and id not in (select alliance_id from ${sponsors} s)`,
  ],
  [
    'M2: pairs of sponsors who have met for years',
    `select from ${sponsors} s join appointments c on c.alliance_id = s.alliance_id and c.side = 'theirs'
      where ${inForce('c')} and c.from_day < current_date - 1000 and s.from_day < current_date - 1000`,
  ],
  [
    'M3: a sponsor to whom other executives turn',
    `select from ${sponsors} s join advice_ties t on t.to_person_id = s.person_id group by s.person_id having count(*) > 5`,
  ],
  [
    'M4: a direction that the sponsor may give: a needed decision within their own rights',
    `select from ${sponsors} s join alliance_decisions d using (alliance_id)
       join decision_rights r on r.person_id = s.person_id and r.decision = d.decision
      where r.up_to is null or d.amount <= r.up_to`,
  ],
  [
    'M5: a decision that the manager cannot take and the sponsor can',
    `select from ${sponsors} s join alliance_decisions d using (alliance_id)
       join decision_rights r on r.person_id = s.person_id and r.decision = d.decision
       join alliance_manager_terms m on m.alliance_id = s.alliance_id and m.side = 'ours' and ${inForce('m')}
      where not exists (select from decision_rights own where own.person_id = m.person_id)`,
  ],
  [
    'M6: on every day of ten years somebody was accountable, and it can be told who',
    `select alliance_id from appointments where side = 'ours' group by alliance_id
     having count(*) >= 4 and sum(coalesce(to_day, current_date) - from_day) = max(coalesce(to_day, current_date)) - min(from_day)
        and min(from_day) < current_date - 3000`,
  ],
  [
    'M7: a manager and a sponsor who have worked together for two years',
    `select from ${sponsors} s join alliance_manager_terms m on m.alliance_id = s.alliance_id and m.side = 'ours'
      where ${inForce('m')} and greatest(m.from_day, s.from_day) < current_date - 730`,
  ],
  [
    'M8: one sponsor with more than the policy allows',
    `select person_id from ${sponsors} s group by person_id
     having count(*) > (select (settings -> 'limits' ->> 'stop')::int from sponsorship_policies)`,
  ],
  [
    'M9: cases with candidates, numbers and reasons, and one chosen against the ranking',
    `select from selection_cases where jsonb_array_length(ranking -> 'ranked') > 5 and reason like '%Against the ranking: %'`,
  ],
  [
    'M9: everybody whom a hard filter keeps away: conflict, veto, line, level, room',
    `select from selection_cases c, jsonb_path_query(c.ranking, '$.filtered[*].refusals[*].rule') rule
     having count(distinct rule) >= 4`,
  ],
  [
    'M11: the sponsor changes with the post, every three to four years',
    `select from appointments a join alliance_archetypes t using (alliance_id)
       join positions p on p.person_id = a.person_id and p.from_day = a.from_day
      where t.archetype = 'mostSeniorInLine' and a.side = 'ours' group by p.title having count(distinct a.person_id) >= 2`,
  ],
  [
    'M12: one sponsor through three posts in three areas, measured on the overall result',
    `select from ${sponsors} s join alliance_archetypes t using (alliance_id)
       join positions p on p.person_id = s.person_id and (p.to_day is null or p.to_day > s.from_day)
       join stake_ratings k on k.alliance_id = s.alliance_id and k.person_id = s.person_id and k.rating = 100
      where t.archetype = 'generalManagement' group by s.id having count(distinct p.area_id) >= 3`,
  ],
  [
    'M13: a founder who has met five of us',
    `select from alliances l join alliance_partners ap on ap.alliance_id = l.id
       join organisations o on o.id = ap.organisation_id and o.is_founder_led
       join appointments a on a.alliance_id = l.id and a.side = 'ours' and a.from_day <= current_date
      where (select count(*) from appointments c where c.alliance_id = l.id and c.side = 'theirs') = 1
      group by l.id having count(distinct a.person_id) >= 5`,
  ],
  [
    'M13: a change seen coming, with a successor who has accepted',
    `select from ${sponsors} s join announced_moves m using (person_id)
       join appointments next on next.alliance_id = s.alliance_id and next.side = 'ours' and next.from_day = s.to_day`,
  ],
  ['M14: a policy on record', 'select from sponsorship_policies'],
  [
    'M14: both archetypes chosen for one alliance each, with a reason',
    'select from alliance_archetypes having count(distinct archetype) = 2',
  ],
  [
    'M15: a sponsor before the search for a partner began',
    `select from alliances l join ${sponsors} s on s.alliance_id = l.id where l.phase = 'strategy'`,
  ],
  [
    'M15: false starts',
    `select from alliances l where l.registered_phase = 'strategy' and l.phase <> 'strategy'
        and not exists (select from appointments a where a.alliance_id = l.id and a.side = 'ours')`,
  ],
  [
    'M15: grown under the radar',
    `select from alliances l where l.registered_phase <> 'strategy'
        and not exists (select from appointments a where a.alliance_id = l.id and a.side = 'ours')`,
  ],
];

describe('the demo shows each clause of the mission', () => {
  test.each(clauses)('%s', async (_, query) => {
    expect((await find(query)).length).toBeGreaterThan(0);
  });

  test('all seven phases, three tiers and every way in which a nomination can stand', async () => {
    expect(await find('select count(distinct phase)::int as n from alliances')).toEqual([{ n: 7 }]);
    expect(await find('select count(distinct tier)::int as n from alliances')).toEqual([{ n: 3 }]);
    const ends =
      await find(`select coalesce(e.kind, case when exists (select from nomination_talks t where t.nomination_id = n.id)
        then 'talking' when exists (select from nomination_reminders r where r.nomination_id = n.id) then 'reminded' else 'open' end) as kind
      from nominations n left join nomination_ends e on e.nomination_id = n.id group by 1 order by 1`);
    expect(ends.map(({ kind }) => kind)).toEqual(['accepted', 'declined', 'lapsed', 'open', 'reminded', 'talking']);
  });

  test('whoever was asked and was not first in the ranking was asked for a reason', async () => {
    const unexplained = await find(`select a.name from selection_cases c join alliances a on a.id = c.alliance_id,
        jsonb_path_query_first(c.ranking, '$.ranked[*] ? (@.id == $person)', jsonb_build_object('person', c.person_id)) me
      where (me ->> 'rank')::int > 1 and c.reason not like '%Against the ranking: %'`);
    expect(unexplained).toEqual([]);
    const filtered = await find(`select a.name from selection_cases c join alliances a on a.id = c.alliance_id
      where not c.ranking -> 'ranked' @> jsonb_build_array(jsonb_build_object('id', c.person_id))`);
    expect(filtered).toEqual([]);
  });
});

test('each state of sponsorship stands somewhere, for as long as its story', async () => {
  const states =
    await find(`select state, count(*)::int as n, count(distinct since)::int as days, max(since) <= current_date as past
    from alliance_standings group by state order by state`);
  expect(states.map(({ state }) => state)).toEqual([
    'atRisk',
    'ensured',
    'falseStart',
    'inHandover',
    'missing',
    'nominated',
    'underTheRadar',
  ]);
  for (const { state, n, days, past } of states) {
    expect([state, past, Number(days) > 1 || n === 1]).toEqual([state, true, true]);
  }
});

test('somebody about to move does not count as staying, also when the term would begin after the move (M9, M13)', async () => {
  const [alliance] = await find(`select id from alliances where name = 'Grid Twin'`);
  const ranked = await visitAsSystem(server.running.services, demoId, 'Test').inWorkspace((context) =>
    rankAlliance(context, server.running.services.offLoop, String(alliance?.['id'])),
  );
  if (!ranked.ok) throw new Error('no ranking');
  const priya = ranked.value.ranking.ranked.find(({ name }) => name === 'Priya Venkataswamy');
  const longevity = priya?.scores.find(({ criterion }) => criterion === 'longevity');
  expect(ranked.value.alliance.startsOn > ranked.value.today).toBe(true);
  expect(longevity?.value).toBeLessThan(15);
});

test('the ledger holds a history and its chain holds together', async () => {
  const entries = await find('select count(*)::int as n, count(distinct type)::int as types from ledger_entries');
  expect(entries[0]?.['n']).toBeGreaterThan(200);
  expect(entries[0]?.['types']).toBeGreaterThan(6);
  expect(await server.isLedgerWhole()).toBe(true);
});

test('the small company is told by the same means', async () => {
  const small = await begin(brookCast);
  expect(await find('select from alliances', small)).toHaveLength(brookCast.alliances.length);
  await deleteDemo(server.running.services, small);
});

test('a workspace that is not a demo is never deleted', async () => {
  const answer = await deleteDemo(server.running.services, server.workspaceId);
  expect(answer.ok ? [] : answer.refusals.map(({ rule }) => rule)).toEqual(['DEMO-1']);
  expect(await find('select from workspaces', server.workspaceId)).toHaveLength(1);
});

test('filling a workspace twice is refused by the database, and leaves the first as it is', async () => {
  const before = await find('select from persons');
  const again = visitAsSystem(server.running.services, demoId, 'Test').inWorkspace(async (context) => {
    await fillDemo(context);
    return { ok: true, value: null };
  });
  await expect(again).rejects.toThrow(/duplicate key/);
  expect(await find('select from persons')).toHaveLength(before.length);
});

test('deleting leaves no row behind, in any table, and touches no other workspace', async () => {
  const tables = await server.sql(async (db) => {
    const found = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id' order by 1`.execute(db);
    return found.rows.map(({ name }) => name);
  });
  expect(tables).toEqual(
    expect.arrayContaining(['ledger_entries', 'ledger_heads', 'seats', 'mails', 'selection_cases']),
  );
  const count = (table: string, id: string) =>
    server.sql(async (db) => {
      const found = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} where workspace_id = ${id}`.execute(db);
      return found.rows[0]?.n ?? 0;
    });
  const total = async (id: string) => {
    let sum = 0;
    for (const table of tables) sum += await count(table, id);
    return sum;
  };
  const elsewhere = await total(server.workspaceId);
  expect(await total(demoId)).toBeGreaterThan(1000);
  const deleted = await deleteDemo(server.running.services, demoId);
  expect(deleted.ok).toBe(true);
  for (const table of tables) expect([table, await count(table, demoId)]).toEqual([table, 0]);
  expect(await total(server.workspaceId)).toBe(elsewhere);
  expect(await find('select from workspaces where is_demo')).toEqual([]);
  expect(await server.isLedgerWhole()).toBe(true);
});
