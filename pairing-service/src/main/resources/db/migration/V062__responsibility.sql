-- Responsibility: targets worked back from the final year, and the letters that promise them level by level.

alter table observed_division add column exited_on date;
comment on column observed_division.exited_on is 'When the village or county left poverty (摘帽); null while it has not.';

create table observed_exit (
  household_id uuid    not null,
  exited_on    date    not null,
  village_code bigint  not null,
  persons      integer not null,
  exit_year    integer not null,
  revision     bigint  not null,
  primary key (household_id, exited_on)
);
comment on table observed_exit is 'Each time a household left poverty, also if it returned later.';
create index observed_exit_by_village on observed_exit (village_code, exit_year);
select secure_by_area('observed_exit', 'village_code');

create table target (
  id         uuid    primary key,
  parent     uuid    references target (id),
  division   bigint  not null,
  measure    text    not null check (measure in ('PERSONS_OUT', 'HOUSEHOLDS_OUT', 'VILLAGES_OUT')),
  first_year integer not null check (first_year between 2014 and 2100),
  final_year integer not null check (final_year >= first_year and final_year <= first_year + 20),
  total      integer not null check (total > 0),
  at_least   integer not null check (at_least >= 0),
  document   text    not null check (length(document) between 1 and 200),
  set_by     text    not null,
  set_at     timestamptz not null,
  replaced   boolean not null default false
);
create unique index target_standing on target (division, measure) where not replaced;
create index target_by_parent on target (parent);
select secure_by_area('target', 'division');
revoke delete, truncate on target from "${appRole}";

create table target_year (
  target_id uuid    not null references target (id),
  year      integer not null,
  division  bigint  not null,
  due       integer not null check (due >= 0),
  primary key (target_id, year)
);
select secure_by_area('target_year', 'division');
revoke update, delete, truncate on target_year from "${appRole}";

create table letter (
  id       uuid    primary key,
  year     integer not null check (year between 2014 and 2100),
  upper    bigint  not null,
  lower    bigint  not null,
  document text    not null check (length(document) between 1 and 200),
  duties   text[]  not null check (cardinality(duties) between 1 and 50),
  targets  uuid[]  not null,
  state    text    not null check (state in ('DRAFT', 'ACCEPTED', 'IN_FORCE', 'WITHDRAWN')),
  version  bigint  not null default 0
);
comment on column letter.upper is 'Who demands.';
comment on column letter.lower is 'Who promises.';
create unique index letter_standing on letter (lower, year) where state <> 'WITHDRAWN';
create index letter_by_lower on letter (lower, id);
select secure_by_area('letter', 'lower');
revoke delete, truncate on letter from "${appRole}";
