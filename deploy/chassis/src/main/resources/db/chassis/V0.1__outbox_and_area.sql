-- What every service's database stands on: rights of the application role, row-level security by area, the outbox,
-- and dead letters. Flyway runs as the owner; the service itself connects as a role that owns nothing.

-- The application role is the owner role's name with "_app" for "_owner"; see the platform that creates both.
do $$
declare
  app text := '${appRole}';
begin
  execute format('grant usage on schema public to %I', app);
  execute format('alter default privileges in schema public grant select, insert, update, delete on tables to %I', app);
  execute format('alter default privileges in schema public grant usage, select on sequences to %I', app);
  execute format('alter default privileges in schema public grant execute on functions to %I', app);
end $$;

-- Puts a table under row-level security: a row is visible and writable only inside the caller's area, which the
-- service sets at transaction start. Integer comparison, so the planner may use an index on the column.
create function secure_by_area(table_name regclass, code_column text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy area on %s using (%I between coalesce(nullif(current_setting(''jingzhun.area_from'', true), ''''), ''1'')::bigint'
    || ' and coalesce(nullif(current_setting(''jingzhun.area_to'', true), ''''), ''0'')::bigint)',
    table_name, code_column);
end $$;

create table outbox (
  id      uuid  primary key,
  topic   text  not null,
  key     text  not null,
  type    text  not null,
  source  text  not null,
  time    text  not null,
  payload bytea not null,
  reason  text, -- dead letters only: why the message could not be read
  specversion text not null default '1.0' -- of CloudEvents; a column, since Connect would write a constant as 1
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
comment on table outbox is 'Rows are inserted and deleted in one transaction: Debezium reads them from the log.';
create publication outbox for table outbox with (publish = 'insert');

create table dead_letter (
  id          uuid        primary key,
  topic       text        not null,
  partition   integer     not null,
  "offset"    bigint      not null,
  key         text,
  type        text,
  headers     jsonb       not null,
  payload     bytea,
  reason      text        not null,
  received_at timestamptz not null,
  replayed_at timestamptz,
  unique (topic, partition, "offset")
);
