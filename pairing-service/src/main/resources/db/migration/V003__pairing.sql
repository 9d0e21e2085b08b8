-- Who helps whom: pairings with their history, and the plans that they come from.

create table pairing (
  id           uuid    primary key,
  household_id uuid    not null,
  village_code bigint  not null,
  helper_id    uuid    not null references helper (id),
  plan_id      uuid,
  since        date    not null,
  until        date    check (until >= since),
  state        text    not null default 'ACTIVE' check (state in ('ACTIVE', 'CLOSED')),
  ended_by     text    check (ended_by in ('TRANSFER', 'CLOSE')),
  reason       text,
  revision     bigint  not null check (revision > 0),
  check ((state = 'CLOSED') = (until is not null) and (state = 'CLOSED') = (ended_by is not null)),
  unique (household_id, revision)
);
comment on column pairing.revision is 'Counts the changes of the household''s helper, over all its pairings.';
create unique index pairing_active on pairing (household_id) where state = 'ACTIVE';
create index pairing_by_helper on pairing (helper_id, id);
create index pairing_by_village on pairing (village_code, id);
select secure_by_area('pairing', 'village_code');

-- History is append-only: a closed pairing stays as it is, and none disappears.
create function pairing_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'ACTIVE'
     and (new.id, new.household_id, new.helper_id, new.since) = (old.id, old.household_id, old.helper_id, old.since) then
    return new;
  end if;
  raise exception 'The history of pairings is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger pairing_guard before update or delete on pairing for each row execute function pairing_guard();

create table pairing_plan (
  id              uuid        primary key,
  county          bigint      not null,
  stage           text        not null
                  check (stage in ('COMPUTING', 'PROPOSED', 'APPROVED', 'ACTIVATED', 'DISCARDED')),
  rank_quotas     text        not null,
  weight_set      text,
  unit_village    integer     not null check (unit_village >= 0),
  home_village    integer     not null check (home_village >= 0),
  skill           integer     not null check (skill >= 0),
  language        integer     not null check (language >= 0),
  standing        integer     not null check (standing >= 0),
  load            integer     not null check (load >= 0),
  include_exited  boolean     not null,
  created_at      timestamptz not null,
  households      integer,
  helpers         integer,
  places          integer,
  paired          integer,
  unpaired        integer,
  cost            bigint,
  lower_bound     bigint,
  new_pairings    integer,
  transfers       integer,
  version         bigint      not null default 0,
  check ((paired is null) = (cost is null) and (paired is null) = (lower_bound is null)),
  check (stage not in ('PROPOSED', 'APPROVED', 'ACTIVATED') or cost = lower_bound)
);
comment on column pairing_plan.weight_set is 'The version of the weights; null when the plan brought its own.';
create index pairing_plan_by_county on pairing_plan (county, id);
select secure_by_area('pairing_plan', 'county');

create table pairing_plan_step (
  plan_id  uuid        not null references pairing_plan (id),
  position integer     not null,
  step     text        not null,
  taken_by text        not null,
  name     text        not null,
  role     text        not null,
  remark   text        not null,
  taken_at timestamptz not null,
  primary key (plan_id, position)
);

-- The frozen inputs of a plan with what became of each; helper_id is null for the unpaired.
create table plan_household (
  plan_id         uuid    not null references pairing_plan (id),
  household_id    uuid    not null,
  village_code    bigint  not null,
  hamlet          text    not null,
  main_cause      text    not null,
  other_causes    text    not null,
  ethnicity       text,
  poor            boolean not null,
  standing_helper uuid,
  helper_id       uuid,
  place           integer check (place > 0),
  unit_village    bigint,
  home_village    bigint,
  skill           bigint,
  language        bigint,
  standing        bigint,
  load            bigint,
  primary key (plan_id, household_id),
  check ((helper_id is null) = (place is null))
);
create index plan_household_by_helper on plan_household (plan_id, helper_id);
create index plan_household_by_village on plan_household (plan_id, village_code);
select secure_by_area('plan_household', 'village_code');

create table plan_helper (
  plan_id       uuid    not null references pairing_plan (id),
  helper_id     uuid    not null,
  county        bigint  not null,
  unit_villages text    not null,
  home_village  bigint,
  skills        text    not null,
  quota         integer not null check (quota >= 0),
  ethnicity     text,
  potential     bigint,
  primary key (plan_id, helper_id)
);
select secure_by_area('plan_helper', 'county');
