-- The exit plan of a village and year, fixed in two rounds up and down (二上二下). While one is under way its households wait;
-- once it is fixed nobody joins it. A county that keeps no such plans has no rows.
create table exit_plan (
  village_code bigint  not null,
  year         integer not null check (year between 2014 and 2100),
  stage        text    not null check (stage in ('PROPOSED', 'ANSWERED', 'PROPOSED_AGAIN', 'FIXED')),
  revision     bigint  not null default 1,
  primary key (village_code, year)
);
select secure_by_area('exit_plan', 'village_code');
create table exit_plan_step (
  village_code    bigint      not null,
  year            integer     not null,
  seq             integer     not null check (seq >= 1),
  step            text        not null check (step in (
    'FIRST_UP', 'FIRST_DOWN', 'SECOND_UP', 'SECOND_DOWN', 'ADJUSTMENT')),
  households      integer     not null,
  persons         integer     not null,
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  remark          text,
  signers         text[]      not null check (cardinality(signers) >= 1),
  document_number text,
  primary key (village_code, year, seq),
  foreign key (village_code, year) references exit_plan (village_code, year),
  check (step <> 'SECOND_DOWN' or document_number is not null)
);
comment on column exit_plan_step.households is 'On the plan when the step was taken; likewise persons.';
select secure_by_area('exit_plan_step', 'village_code');
revoke update, delete on exit_plan_step from "${appRole}";
