-- Help plans: one prescription a household, one plan a hamlet, one policy a village, with what came of them.

create table help_plan (
  id           uuid    primary key,
  kind         text    not null check (kind in ('HOUSEHOLD', 'HAMLET', 'VILLAGE')),
  village_code bigint  not null check (village_code % 1000 <> 0),
  hamlet       text    check (length(hamlet) between 1 and 100),
  household_id uuid,
  first_year   integer not null check (first_year between 2014 and 2100),
  final_year   integer not null check (final_year between first_year and first_year + 10),
  catalogue    text    not null,
  state        text    not null check (state in ('DRAFT', 'PROPOSED', 'RETURNED', 'REPROPOSED', 'CHECKED', 'APPROVED', 'CLOSED')),
  version      bigint  not null default 0,
  check ((kind = 'HOUSEHOLD') = (household_id is not null)),
  check ((kind = 'HAMLET') = (hamlet is not null))
);
comment on column help_plan.catalogue is 'Version of the pathways by which its measures were named.';
create unique index help_plan_of_household on help_plan (household_id) where state <> 'CLOSED';
create unique index help_plan_of_place on help_plan (village_code, kind, coalesce(hamlet, ''))
  where state <> 'CLOSED' and household_id is null;
create index help_plan_by_village on help_plan (village_code, id);
select secure_by_area('help_plan', 'village_code');
revoke delete, truncate on help_plan from "${appRole}";

create table help_measure (
  id           uuid    primary key,
  plan_id      uuid    not null references help_plan (id),
  village_code bigint  not null,
  position     integer not null,
  pathway      text    not null,
  action       text,
  title        text    not null check (length(title) between 1 and 200),
  responsible  text    not null check (length(responsible) between 1 and 100),
  amount_fen   bigint  not null check (amount_fen >= 0),
  target_fen   bigint  not null check (target_fen >= 0),
  due_on       date    not null,
  dropped      boolean not null default false,
  unique (plan_id, position, id)
);
comment on column help_measure.amount_fen is 'What it costs.';
comment on column help_measure.target_fen is 'Income a year that it is to bring; 0 when it brings none.';
comment on column help_measure.dropped is 'Taken out when the plan was written anew; kept for what came of it.';
create index help_measure_by_plan on help_measure (plan_id);
select secure_by_area('help_measure', 'village_code');
revoke delete, truncate on help_measure from "${appRole}";

create table help_effect (
  id           uuid    primary key,
  measure_id   uuid    not null references help_measure (id),
  village_code bigint  not null,
  seen_on      date    not null,
  income_fen   bigint  not null check (income_fen >= 0),
  done         boolean not null,
  remark       text    not null check (length(remark) <= 500),
  recorded_by  text    not null,
  recorded_at  timestamptz not null
);
comment on table help_effect is 'What a measure had brought by a day; the last one counts.';
create index help_effect_by_measure on help_effect (measure_id, seen_on, id);
select secure_by_area('help_effect', 'village_code');
revoke update, delete, truncate on help_effect from "${appRole}";
