-- Where villages, hamlets and offices lie; the rule of one or adjacent hamlets; the quota of the rank as a term of its own.

alter table unit
  add column latitude numeric(8, 6) check (latitude between -90 and 90),
  add column longitude numeric(9, 6) check (longitude between -180 and 180),
  add check ((latitude is null) = (longitude is null));
comment on column unit.latitude is 'Where its people work; null if unknown.';
drop table staged_unit;
create table staged_unit (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  name text not null,
  level text not null,
  village_code bigint,
  division bigint,
  seat bigint,
  latitude text,
  longitude text,
  primary key (import_id, line)
);
select staging_table('staged_unit');

create table hamlet (
  village_code bigint not null check (village_code between 100000000000 and 999999999999 and village_code % 1000 <> 0),
  name         text   not null check (name <> ''),
  latitude     numeric(8, 6) check (latitude between -90 and 90),
  longitude    numeric(9, 6) check (longitude between -180 and 180),
  neighbours   text[] not null default '{}',
  revision     bigint not null default 0,
  primary key (village_code, name),
  check ((latitude is null) = (longitude is null))
);
comment on column hamlet.neighbours is
  'Hamlets that it adjoins: names in the same village, or a village''s 12 digits, a slash and a name.';
select secure_by_area('hamlet', 'village_code');

create table staged_hamlet (
  import_id uuid not null,
  line bigint not null,
  village_code bigint not null,
  name text not null,
  latitude text,
  longitude text,
  neighbours text[],
  primary key (import_id, line)
);
select staging_table('staged_hamlet');

-- The load of old plans was the share of the rank's quota, which is a term of its own now: what was stored keeps its proof.
alter table pairing_plan rename column load to rank_quota;
alter table pairing_plan
  add column load integer not null default 0 check (load >= 0),
  add column hamlet_policy text,
  add column one_or_adjacent_hamlets boolean not null default false,
  add column solver_bound bigint,
  drop constraint pairing_plan_check1,
  add constraint pairing_plan_proven check (
    stage not in ('PROPOSED', 'APPROVED', 'ACTIVATED') or cost = lower_bound
    or one_or_adjacent_hamlets and cost > lower_bound);
alter table pairing_plan alter column load drop default;
alter table pairing_plan alter column one_or_adjacent_hamlets drop default;
comment on column pairing_plan.hamlet_policy is
  'The version of the rule of hamlets; null when the plan brought its own, or was made before there was one.';
comment on column pairing_plan.solver_bound is
  'What every assignment costs at least by the word of the solver, which nobody else has checked.';
alter table plan_household rename column load to rank_quota;
alter table plan_household add column load bigint, add column price bigint;
update plan_household set load = 0 where helper_id is not null;
comment on column plan_household.price is
  'What it is worth under the rule of hamlets, in thousandths of a hundredth of a weight point: the proof.';
alter table plan_helper
  add column latitude double precision,
  add column longitude double precision,
  add column households integer not null default 0;
comment on column plan_helper.households is 'How many the plan gives it.';
update plan_helper h set households = n.households
from (select plan_id, helper_id, count(*) as households from plan_household where helper_id is not null
      group by plan_id, helper_id) n
where n.plan_id = h.plan_id and n.helper_id = h.helper_id;
alter table plan_helper alter column households drop default;

-- What of the land a plan was computed from.
create table plan_village (
  plan_id      uuid   not null references pairing_plan (id),
  village_code bigint not null,
  latitude     double precision not null,
  longitude    double precision not null,
  primary key (plan_id, village_code)
);
select secure_by_area('plan_village', 'village_code');

create table plan_hamlet (
  plan_id      uuid   not null references pairing_plan (id),
  village_code bigint not null,
  name         text   not null,
  other_code   bigint not null,
  other_name   text   not null,
  primary key (plan_id, village_code, name, other_code, other_name)
);
comment on table plan_hamlet is 'Hamlets that adjoin each other, each pair once.';
select secure_by_area('plan_hamlet', 'village_code');

create index visit_located_by_village on visit (village_code, visited_on, id) where latitude is not null and place is null;
