-- Lines of income a head (贫困线、监测线) by purpose, year and place, each with its source. Several bodies publish several
-- values for one year, so every decision stores the row it used.
create table poverty_line (
  id           bigint  generated always as identity primary key,
  purpose      text    not null check (purpose in ('EXIT', 'STATISTICS', 'MONITORING')),
  year         integer not null check (year between 2010 and 2100),
  division     bigint  not null,
  per_head_fen bigint  not null check (per_head_fen > 0),
  issuer       text    not null check (issuer <> ''),
  mark         text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source       text    not null check (source <> ''),
  loaded_by    text    not null,
  unique (purpose, year, division, per_head_fen, source)
);
comment on column poverty_line.division is 'The lowest code of the division; 0 is everywhere. The smallest that contains a place wins, of those the youngest row.';
revoke update, delete on poverty_line from "${appRole}";

-- Standards of exit (退出标准) in their versions. A version never changes: later households are judged by later versions,
-- and whoever has left is judged by the version of that year.
create table exit_standard (
  version         text    primary key check (version ~ '^[A-Z0-9-]{3,40}$'),
  subject         text    not null check (subject in ('HOUSEHOLD', 'VILLAGE', 'COUNTY')),
  division        bigint  not null,
  valid_from_year integer not null check (valid_from_year between 2010 and 2100),
  valid_to_year   integer check (valid_to_year >= valid_from_year),
  by_default      boolean not null,
  name_zh         text    not null check (name_zh <> ''),
  name_en         text    not null check (name_en <> ''),
  mark            text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source          text    not null check (source <> ''),
  loaded_by       text    not null
);
comment on column exit_standard.by_default is 'Whether a plan that names no standard takes it; the others must be named.';
create table exit_criterion (
  standard    text     not null references exit_standard,
  number      smallint not null check (number >= 1),
  code        text     not null check (code ~ '^[A-Z][A-Z_]*$'),
  name_zh     text     not null check (name_zh <> ''),
  name_en     text     not null check (name_en <> ''),
  weight      text     not null check (weight in ('DECISIVE', 'REFERENCE')),
  comparison  text     not null check (comparison in ('STATED', 'AT_LEAST', 'LESS_THAN', 'ABOVE_LINE')),
  value       numeric(12, 2) check (value >= 0),
  unit        text,
  measured_by text     not null check (measured_by in ('TEAM', 'REGISTER')),
  mark        text     not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source      text     not null check (source <> ''),
  primary key (standard, code),
  unique (standard, number),
  check ((comparison in ('AT_LEAST', 'LESS_THAN')) = (value is not null))
);
revoke update, delete on exit_standard, exit_criterion from "${appRole}";

-- The way of one household, village or county out of poverty.
create table exit_case (
  id              uuid        primary key,
  subject         text        not null check (subject in ('HOUSEHOLD', 'VILLAGE', 'COUNTY')),
  household_id    uuid        check ((subject = 'HOUSEHOLD') = (household_id is not null)),
  place_code      bigint      not null,
  year            integer     not null check (year between 2014 and 2100),
  standard        text        not null references exit_standard,
  stage           text        not null default 'PLANNED' check (stage in (
    'PLANNED', 'APPRAISED', 'VERIFIED', 'RECOGNISED', 'NOTICED', 'REVIEWED', 'APPROVED', 'EXITED', 'WITHDRAWN')),
  planned_by      text        not null,
  planned_name    text        not null,
  planned_at      timestamptz not null,
  recognised_by   text        check (recognised_by <> ''),
  certified_by    text[]      check (cardinality(certified_by) >= 2),
  recognised_on   date,
  notice_since    date,
  notice_days     integer     check (notice_days between 0 and 60),
  notice_policy   bigint      references policy,
  document_number text,
  exited_on       date,
  revision        bigint      not null default 1,
  unique (id, place_code),
  foreign key (household_id, place_code) references household (id, village_code) on update cascade,
  check ((recognised_by is null) = (certified_by is null) and (recognised_by is null) = (recognised_on is null)),
  check (not recognised_by = any (certified_by)),
  check ((stage = 'EXITED') = (exited_on is not null)),
  check (stage not in ('APPROVED', 'EXITED') or document_number is not null),
  check (stage <> 'NOTICED' or (notice_since is not null and notice_days is not null))
);
comment on column exit_case.place_code is 'Of the household''s village, of the village, or of the county.';
comment on column exit_case.recognised_by is 'Double recognition (双认定): the household, or the village or county, says so itself, and the team certifies it.';
create unique index one_open_exit_a_household on exit_case (household_id)
  where subject = 'HOUSEHOLD' and stage not in ('EXITED', 'WITHDRAWN');
create unique index one_open_exit_a_place on exit_case (place_code)
  where subject <> 'HOUSEHOLD' and stage not in ('EXITED', 'WITHDRAWN');
create index exit_by_place on exit_case (subject, place_code, id);
create index exit_by_household on exit_case (household_id);
select secure_by_area('exit_case', 'place_code');

create table exit_step (
  exit_id         uuid        not null,
  seq             integer     not null check (seq >= 1),
  place_code      bigint      not null,
  step            text        not null check (step in (
    'APPRAISAL', 'VERIFICATION', 'RECOGNITION', 'NOTICE', 'REVIEW', 'APPROVAL', 'ANNOUNCEMENT', 'SEND_BACK',
    'WITHDRAWAL')),
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  remark          text,
  signers         text[]      not null check (cardinality(signers) >= 1),
  present         integer,
  entitled        integer,
  votes           integer,
  document_number text,
  primary key (exit_id, seq),
  foreign key (exit_id, place_code) references exit_case (id, place_code) on update cascade,
  check ((present is null) = (entitled is null) and (present is null) = (votes is null)),
  check (votes between 0 and present and present between 0 and entitled),
  check (step <> 'APPRAISAL' or present is not null)
);
select secure_by_area('exit_step', 'place_code');
revoke update, delete on exit_step from "${appRole}";

-- What a check found of one criterion: in the year of the exit before it, in later years whether the standard of the
-- exit year is still met (持续达到当年退出标准).
create table exit_finding (
  exit_id       uuid        not null,
  year          integer     not null,
  criterion     text        not null,
  standard      text        not null,
  place_code    bigint      not null,
  stated        boolean,
  value         numeric(16, 2),
  threshold     numeric(16, 2),
  line_id       bigint      references poverty_line,
  met           boolean     not null,
  evidence      text[]      not null,
  note          text,
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null,
  primary key (exit_id, year, criterion),
  foreign key (exit_id, place_code) references exit_case (id, place_code) on update cascade,
  foreign key (standard, criterion) references exit_criterion (standard, code)
);
comment on column exit_finding.threshold is 'What the value was compared with: of the criterion, or the line of that year.';
select secure_by_area('exit_finding', 'place_code');

alter table register_transition add column case_id uuid, add column standard text, add column reason text;
comment on column register_transition.standard is 'Version of the standard by which it was decided, for example of an exit.';

alter table division add column exited_on date;
comment on column division.exited_on is 'Since when the village or county is no poor one any more (摘帽); null before.';

create table staged_exit (
  import_id uuid not null,
  line bigint not null,
  household_id uuid not null,
  year integer not null,
  primary key (import_id, line)
);
select staging_table('staged_exit');

create table staged_exit_finding (
  import_id uuid not null,
  line bigint not null,
  household_id uuid not null,
  year integer not null,
  criterion text not null,
  met boolean,
  value_hundredths bigint,
  evidence text[],
  note text,
  primary key (import_id, line)
);
select staging_table('staged_exit_finding');

create table staged_exit_recognition (
  import_id uuid not null,
  line bigint not null,
  household_id uuid not null,
  year integer not null,
  recognised_by text not null,
  certified_by text[] not null,
  recognised_on date not null,
  primary key (import_id, line)
);
select staging_table('staged_exit_recognition');
