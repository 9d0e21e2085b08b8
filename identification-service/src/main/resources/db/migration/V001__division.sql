-- The register of divisions (行政区划). Codes are public and everybody must be able to name a place above or beside the
-- own area, so all rows can be read; written are only those inside the caller's area.
create table division (
  code         bigint   primary key check (code between 110000000000 and 999999999999),
  name         text     not null check (name <> ''),
  level        text     not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  parent       bigint   references division,
  valid_from   date     not null,
  valid_to     date     check (valid_to >= valid_from),
  successor    bigint   check (successor <> code),
  poor_village boolean  not null default false check (not poor_village or level = 'VILLAGE'),
  households   integer  not null default 0 check (households >= 0),
  persons      integer  not null default 0 check (persons >= 0),
  revision     bigint   not null default 1,
  changed_in   xid8     not null default pg_current_xact_id(),
  check ((level = 'PROVINCE') = (parent is null))
);
comment on column division.changed_in is 'The transaction that wrote the row last, which publishes it.';
comment on column division.households is 'Counted from the households; of villages only, as are the persons.';
create index division_by_parent on division (parent, code);

alter table division enable row level security;
create policy everybody_reads on division for select using (true);
create policy area_inserts on division for insert with check (
  code between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
           and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy area_updates on division for update using (
  code between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
           and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
