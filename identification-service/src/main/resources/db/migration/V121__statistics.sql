-- How many persons each household of the register had since when, so that a year can be counted as it was. Kept by the
-- database, whoever changes an entry.
create table register_persons (
  household_id uuid    not null,
  since        date    not null,
  village_code bigint  not null,
  persons      integer not null check (persons >= 1),
  primary key (household_id, since),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
create index register_persons_by_village on register_persons (village_code, household_id, since);
select secure_by_area('register_persons', 'village_code');
insert into register_persons (household_id, since, village_code, persons)
  select household_id, registered_on, village_code, persons from register_entry;
create function keep_persons() returns trigger language plpgsql as $$
begin
  insert into register_persons (household_id, since, village_code, persons)
  values (new.household_id,
          case tg_op when 'INSERT' then new.registered_on else (now() at time zone 'Asia/Shanghai')::date end,
          new.village_code, new.persons)
  on conflict (household_id, since) do update set persons = excluded.persons;
  return null;
end $$;
create trigger persons_at_entry after insert on register_entry for each row execute function keep_persons();
create trigger persons_since after update of persons on register_entry for each row
  when (old.persons is distinct from new.persons) execute function keep_persons();

-- Multidimensional measures in their versions, which never change: those that ship, and what was loaded since.
create table poverty_measure (
  version         text    primary key check (version ~ '^[A-Z0-9-]{3,40}$'),
  division        bigint  not null,
  valid_from_year integer not null check (valid_from_year between 2010 and 2100),
  valid_to_year   integer check (valid_to_year >= valid_from_year),
  cutoff          integer not null check (cutoff >= 1),
  mark            text    not null check (mark in ('PUBLIC', 'UNSOURCED', 'LOCAL')),
  source          text    not null check (source <> ''),
  loaded_by       text    not null
);
comment on column poverty_measure.division is 'The lowest code of where it holds; of several the one of the smallest division counts, of those the youngest.';
create table poverty_indicator (
  measure   text     not null references poverty_measure,
  number    smallint not null check (number between 1 and 30),
  code      text     not null check (code ~ '^[A-Z][A-Z_]*$'),
  dimension text     not null check (dimension ~ '^[A-Z][A-Z_]*$'),
  weight    integer  not null check (weight >= 1),
  name_zh   text     not null check (name_zh <> ''),
  name_en   text     not null check (name_en <> ''),
  deprived  text[]   not null check (cardinality(deprived) >= 1),
  mark      text     not null check (mark in ('PUBLIC', 'UNSOURCED', 'LOCAL')),
  source    text     not null check (source <> ''),
  primary key (measure, code),
  unique (measure, number)
);
comment on column poverty_indicator.deprived is 'Items of the scorecard of which one holds; or that somebody of 15 or more years cannot read and write.';
revoke update, delete on poverty_measure, poverty_indicator from "${appRole}";

create table staged_official_figure (
  import_id           uuid    not null,
  line                bigint  not null,
  division            bigint  not null,
  year                integer not null,
  as_of               date,
  households          integer,
  persons             integer,
  incidence_percent   text,
  denominator_persons integer,
  denominator         text    not null,
  issuer              text    not null,
  source              text    not null,
  mark                text    not null,
  note                text,
  primary key (import_id, line)
);
select staging_table('staged_official_figure');
