import pg from 'pg';

export type BenchSizes = { readonly alliances: number; readonly persons: number; readonly positions: number };

export const benchWorkspaceId = '00000000-0000-7000-8000-0000000000aa';

/** Ids that every statement below computes alike from a kind and a number. */
const idOf = (kind: string, number: string): string => `md5('${kind}' || (${number}))::uuid`;

const statements = (workspaceId: string, { alliances, persons, positions }: BenchSizes): string[] => {
  const ws = `'${workspaceId}'::uuid`;
  const partners = 300;
  const areas = 200;
  const own = Math.ceil(persons * 0.7);
  const phase = (number: string) =>
    `(array['strategy','selection','negotiation','planning','governance','management','transformation'])[1 + (${number}) % 7]`;
  return [
    `insert into workspaces (id, name, created_at) values (${ws}, 'Aurelia Industries', now())`,
    `insert into organisations (workspace_id, id, name, kind, is_founder_led, created_at)
     select ${ws}, ${idOf('organisation', 'i')}, 'Organisation ' || i, case when i = 0 then 'own' else 'partner' end, i % 5 = 1, now()
       from generate_series(0, ${partners}) i`,
    `insert into business_areas (workspace_id, id, organisation_id, parent_id, name, created_at)
     select ${ws}, ${idOf('area', 'i')}, ${idOf('organisation', '0')},
            case when i > 10 then ${idOf('area', '1 + i % 10')} end, 'Area ' || i, now()
       from generate_series(1, ${areas}) i`,
    `insert into persons (workspace_id, id, organisation_id, name, mail, created_at)
     select ${ws}, ${idOf('person', 'i')},
            case when i <= ${own} then ${idOf('organisation', '0')} else ${idOf('organisation', `1 + i % ${partners}`)} end,
            initcap(substr(md5('given' || i), 1, 6)) || ' ' || initcap(substr(md5('family' || i), 1, 9)), 'p' || i || '@example.com', now()
       from generate_series(1, ${persons}) i`,
    `insert into positions (workspace_id, id, person_id, organisation_id, area_id, title, level, from_day, to_day, recorded_at)
     select ${ws}, ${idOf('position', 'i')}, ${idOf('person', `1 + i % ${persons}`)}, ${idOf('organisation', '0')},
            ${idOf('area', `1 + i % ${areas}`)}, 'Post ' || i, 1 + i % 6,
            date '2000-01-01' + (i / ${persons}) * 1000, date '2000-01-01' + (i / ${persons}) * 1000 + 900, now()
       from generate_series(1, ${positions}) i`,
    `insert into alliances (workspace_id, id, name, purpose, phase, registered_phase, tier, starts_on, ends_on, yearly_value,
                            currency, registered_at)
     select ${ws}, ${idOf('alliance', 'i')}, initcap(substr(md5('name' || i), 1, 7)) || ' with organisation ' || 1 + i % ${partners},
            repeat('What this alliance is for, in some words. ', 4), ${phase('i')}, ${phase('i')},
            (array['strategic','core','exploratory'])[1 + (i / 7) % 3], date '2024-01-01' + i % 700,
            date '2027-01-01' + (i * 31) % 2500, ((i::bigint * 7919) % 100000) * 1000, 'EUR', now()
       from generate_series(1, ${alliances}) i`,
    `insert into alliance_partners (workspace_id, alliance_id, organisation_id)
     select ${ws}, ${idOf('alliance', 'i')}, ${idOf('organisation', `1 + (i + k * 17) % ${partners}`)}
       from generate_series(1, ${alliances}) i, generate_series(0, 2) k where k <= i % 3`,
    `insert into alliance_area_values (workspace_id, alliance_id, area_id, yearly_amount, currency)
     select ${ws}, ${idOf('alliance', 'i')}, ${idOf('area', `1 + (i + k * 13) % ${areas}`)}, 1000 * (i % 5000), 'EUR'
       from generate_series(1, ${alliances}) i, generate_series(0, 2) k`,
    `insert into alliance_manager_terms (workspace_id, id, alliance_id, side, person_id, from_day, to_day)
     select ${ws}, ${idOf('term', `i || '/' || k`)}, ${idOf('alliance', 'i')}, 'ours', ${idOf('person', `1 + (i * 7 + k) % ${own}`)},
            date '2018-01-01' + k * 1000, case when k < 2 then date '2018-01-01' + (k + 1) * 1000 end
       from generate_series(1, ${alliances}) i, generate_series(0, 2) k where i % 10 <> 0 or k < 2`,
    `insert into appointments (workspace_id, id, alliance_id, side, person_id, from_day, to_day, appointed_at)
     select ${ws}, ${idOf('appointment', `i || side`)}, ${idOf('alliance', 'i')}, side,
            case side when 'ours' then ${idOf('person', `1 + (i * 3) % ${own}`)} else ${idOf('person', `${own} + 1 + i % ${persons - own}`)} end,
            date '2024-01-01', date '2029-01-01', now()
       from generate_series(1, ${alliances}) i, (values ('ours'), ('theirs')) sides (side)
      where i % 7 in (0, 1, 2, 3)`,
    `insert into alliance_standings (workspace_id, alliance_id, state, since, sponsor_person_id, counterpart_person_id, manager_person_id)
     select ${ws}, ${idOf('alliance', 'i')},
            (array['ensured','ensured','atRisk','inHandover','falseStart','underTheRadar','missing'])[1 + i % 7], date '2025-01-01',
            case when i % 7 in (0, 1, 2, 3) then ${idOf('person', `1 + (i * 3) % ${own}`)} end,
            case when i % 7 in (0, 1, 2, 3) then ${idOf('person', `${own} + 1 + i % ${persons - own}`)} end,
            case when i % 10 <> 0 then ${idOf('person', `1 + (i * 7 + 2) % ${own}`)} end
       from generate_series(1, ${alliances}) i`,
    'analyze',
  ];
};

/** Fills an empty, migrated database with one workspace of the sizes asked for. */
export const writeBenchCast = async (url: string, sizes: BenchSizes): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements(benchWorkspaceId, sizes)) await client.query(statement);
  } finally {
    await client.end();
  }
};
