-- Bringing in workbooks: the staged file, what its columns mean, what the check found, and every change with what was
-- there before, so that one import can be undone as a whole.
create table imports (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  file_name text not null check (file_name <> ''),
  file_bytes bigint not null check (file_bytes >= 0),
  format text not null check (format in ('csv', 'xlsx')),
  -- how the file was read, in words: its encoding, its separator
  reading text not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  primary key (workspace_id, id)
);
create index imports_newest on imports (workspace_id, uploaded_at desc, id desc);

-- One sheet (a CSV file has one). `kind` null: the sheet is left out. `columns` is what was seen in each column,
-- `mapping` what each is taken to mean.
create table import_sheets (
  workspace_id uuid not null,
  import_id uuid not null,
  number smallint not null,
  name text not null,
  kind text check (kind in ('organisations', 'areas', 'persons', 'alliances')),
  header_row int not null,
  row_count int not null,
  columns jsonb not null,
  mapping jsonb not null,
  primary key (workspace_id, import_id, number),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  sheet smallint not null,
  row int not null,
  cells jsonb not null,
  primary key (workspace_id, import_id, sheet, row),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- The long works on an import: checking it, bringing it in, undoing it. The one who works beats as they go on.
create table import_runs (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  act text not null check (act in ('check', 'apply', 'undo')),
  asked_at timestamptz not null,
  asked_by text not null,
  user_id text,
  done int not null default 0,
  total int not null default 0,
  beat_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('done', 'refused', 'failed')),
  message text not null default '',
  result jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade,
  check ((finished_at is null) = (outcome is null))
);
create index import_runs_of_import on import_runs (workspace_id, import_id, asked_at desc);
create unique index import_runs_one_of_import on import_runs (workspace_id, import_id) where finished_at is null;
create unique index import_runs_one_writes on import_runs (workspace_id)
  where finished_at is null and act in ('apply', 'undo');
create unique index import_runs_applied_once on import_runs (workspace_id, import_id, act)
  where outcome = 'done' and act in ('apply', 'undo');

create table import_refusals (
  workspace_id uuid not null,
  import_id uuid not null,
  number int not null,
  sheet smallint not null,
  row int not null,
  -- such as C17; empty when the row as a whole is meant
  cell text not null,
  header text not null,
  value text not null,
  rule text not null,
  message text not null,
  primary key (workspace_id, import_id, number),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);
create index import_refusals_by_row on import_refusals (workspace_id, import_id, sheet, row);

-- Names that look alike. `pair` names both sides, so that a choice outlives the next check.
create table import_lookalikes (
  workspace_id uuid not null,
  import_id uuid not null,
  pair text not null,
  kind text not null,
  sheet smallint not null,
  row int not null,
  name text not null,
  other_name text not null,
  other_id uuid,
  other_row int,
  why text not null,
  is_current boolean not null default true,
  choice text check (choice in ('same', 'different')),
  primary key (workspace_id, import_id, pair),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- What bringing in will write, and once done has written, in order. `before` holds the columns that change.
create table import_changes (
  workspace_id uuid not null,
  import_id uuid not null,
  number int not null,
  target text not null,
  row_key text not null,
  action text not null check (action in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  label text not null,
  sheet smallint,
  row int,
  primary key (workspace_id, import_id, number),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade,
  check ((action = 'insert') = (before is null)),
  check ((action = 'delete') = (after is null))
);
create index import_changes_by_record on import_changes (workspace_id, import_id, target, row_key);

do $$
declare target text;
begin
  foreach target in array array['imports', 'import_sheets', 'import_rows', 'import_runs', 'import_refusals',
    'import_lookalikes', 'import_changes'] loop
    perform protect(target::regclass, $p$app_side() = 'ours' and app_reach() = 'workspace'$p$,
      'select, insert, update, delete');
  end loop;
end $$;
