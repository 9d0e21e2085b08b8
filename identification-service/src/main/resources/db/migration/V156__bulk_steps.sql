-- Steps and findings of many at once.
create table staged_exit_plan_step (
  import_id uuid not null,
  line bigint not null,
  village_code bigint not null,
  year integer not null,
  step text not null,
  remark text,
  signers text[] not null,
  document_number text,
  from_stage text,
  to_stage text,
  primary key (import_id, line)
);
select staging_table('staged_exit_plan_step');

create table staged_quality_finding (
  import_id uuid not null,
  line bigint not null,
  check_id uuid not null,
  household_id uuid not null,
  finding text not null,
  facts text not null,
  evidence text[],
  checkers text[] not null,
  checked_on date not null,
  primary key (import_id, line)
);
select staging_table('staged_quality_finding');

create table staged_special_step (
  import_id uuid not null,
  line bigint not null,
  record_id uuid not null,
  step text not null,
  happened_on date not null,
  cause text,
  remark text,
  school text,
  evidence text[],
  from_stages text[],
  to_stage text,
  is_final boolean,
  school_year integer,
  primary key (import_id, line)
);
select staging_table('staged_special_step');
