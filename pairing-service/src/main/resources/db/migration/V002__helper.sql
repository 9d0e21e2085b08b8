-- Who helps: units, their cadres, and the villages that units are linked to.

create table unit (
  id       uuid   primary key,
  name     text   not null check (name <> ''),
  level    text   not null check (level in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
  division bigint not null check (division between 100000000000 and 999999999999),
  revision bigint not null default 0
);
comment on column unit.division is 'Where the unit helps, usually a county: the area that sees it.';
create index unit_by_division on unit (division, id);
select secure_by_area('unit', 'division');

create table helper (
  id           uuid   primary key,
  name         text   not null check (name <> ''),
  unit_id      uuid   not null references unit (id),
  post         text   not null,
  rank         text   not null
               check (rank in ('DIVISION_HEAD', 'DEPUTY_DIVISION_HEAD', 'SECTION_HEAD', 'DEPUTY_SECTION_HEAD', 'ORDINARY')),
  skills       text[] not null,
  home_village bigint check (home_village between 100000000000 and 999999999999 and home_village % 1000 <> 0),
  ethnicity    text   check (ethnicity ~ '^[0-9]{2}$'),
  division     bigint not null,
  revision     bigint not null default 0
);
comment on column helper.division is 'That of its unit.';
create index helper_by_unit on helper (unit_id, id);
create index helper_by_division on helper (division, id);
select secure_by_area('helper', 'division');

create table link (
  id           uuid   primary key,
  kind         text   not null check (kind in ('UNIT_VILLAGE')),
  unit_id      uuid   not null references unit (id),
  village_code bigint not null,
  since        date   not null,
  until        date   check (until >= since),
  document     text,
  revision     bigint not null default 0
);
create unique index link_standing on link (kind, unit_id, village_code) where until is null;
create index link_by_village on link (village_code, id);
select secure_by_area('link', 'village_code');

create table staged_unit (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  name text not null,
  level text not null,
  village_code bigint,
  division bigint,
  primary key (import_id, line)
);
select staging_table('staged_unit');

create table staged_helper (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  name text not null,
  unit_id uuid not null,
  post text not null,
  rank text not null,
  skills text[],
  home_village bigint,
  ethnicity text,
  primary key (import_id, line)
);
select staging_table('staged_helper');
