-- Bulk imports: what was uploaded and what became of it. Each kind has a staging table of its own, made by the service.

create table import (
  id         uuid        primary key,
  kind       text        not null,
  parameters jsonb       not null,
  atomic     boolean     not null,
  lines      bigint      not null,
  inserted   bigint      not null default 0,
  updated    bigint      not null default 0,
  unchanged  bigint      not null default 0,
  staged_in  text,
  created_at timestamptz not null default now()
);
comment on column import.staged_in is 'The staging table as long as rows of this import lie in it.';
comment on table import is 'The id is the id of the job that merges it.';
create index import_staged on import (id) where staged_in is not null;

create table import_rejection (
  import_id uuid   not null,
  line      bigint not null,
  id        bigint generated always as identity,
  pointer   text   not null,
  code      text   not null,
  args      text[] not null default '{}',
  row       text   not null,
  primary key (import_id, line, id)
);
comment on table import_rejection is 'SENSITIVE: rows as the importer sent them, personal data included; shown to the importer alone.';

-- To be called on each staging table: the merge asks for fresh statistics of what was just copied.
create function staging_table(name regclass) returns void language plpgsql as $$
begin
  execute format('grant maintain on %s to %I', name, '${appRole}');
end $$;
