-- Staging tables of the bulk imports: as RowFormat.ddl() of each import kind gives them. They are not under row-level
-- security, which COPY does not work with: rows outside the importer's area are rejected before they are staged.
create table staged_division (
  import_id uuid not null,
  line bigint not null,
  code bigint not null,
  name text not null,
  level text not null,
  parent bigint,
  valid_from date not null,
  valid_to date,
  successor bigint,
  poor_village boolean,
  primary key (import_id, line)
);
select staging_table('staged_division');

create table staged_household (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  village_code bigint not null,
  hamlet text not null,
  address text not null,
  householder text not null,
  phone bytea,
  primary key (import_id, line)
);
select staging_table('staged_household');

create table staged_member (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  household_id uuid not null,
  name text not null,
  sex text not null,
  birth_date date not null,
  relation text not null,
  ethnicity text not null,
  education text not null,
  schooling text not null,
  labour text not null,
  work text not null,
  months_worked integer not null,
  insured boolean not null,
  pensioned boolean not null,
  secrets bytea,
  id_hash bytea,
  primary key (import_id, line)
);
select staging_table('staged_member');

create table staged_assessment (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  household_id uuid not null,
  campaign_id uuid not null,
  round text not null,
  visited_on date not null,
  assessors text[] not null,
  signed_by text not null,
  main_cause text not null,
  other_causes text[],
  scorecard text,
  answers_low bigint,
  answers_high bigint,
  score integer,
  primary key (import_id, line)
);
select staging_table('staged_assessment');
