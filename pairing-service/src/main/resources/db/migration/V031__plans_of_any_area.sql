-- Plans of a county, a city or the region; where helpers work, and whom they must not help.

alter table pairing_plan rename column county to division;
comment on column pairing_plan.division is 'County, city or region whose households it pairs.';
alter table pairing_plan add column distance integer not null default 0 check (distance >= 0);
alter table pairing_plan alter column distance drop default;
alter table plan_household add column distance bigint, add column excluded text not null default '';
comment on column plan_household.excluded is 'Helpers who must not have it: kin, or members of the household.';
alter table plan_household alter column excluded drop default;
alter table plan_helper rename column county to division;
alter table plan_helper add column workplace bigint, add column area bigint, add column decides_in bigint;
update plan_helper set area = division;
alter table plan_helper alter column area set not null;
comment on column plan_helper.area is 'The only place in which it may help.';
comment on column plan_helper.decides_in is 'Where it holds an office that decides on households, which it may not help there.';

alter table unit add column seat bigint check (seat between 100000000000 and 999999999999);
comment on column unit.seat is 'Township or county in which its people work; null if unknown.';
alter table helper add column home_hamlet text check (home_hamlet <> ''),
                   add column decides_in bigint check (decides_in between 100000000000 and 999999999999);
comment on column helper.decides_in is 'Where it holds an office that decides on households: it may help none there.';

-- Days on which a helper cannot help (请假, 离岗): it gets no households, and those it has are shared out.
create table helper_absence (
  id        uuid primary key,
  helper_id uuid not null references helper (id),
  division  bigint not null,
  kind      text not null check (kind in ('LEAVE', 'ILLNESS', 'TRAINING', 'TRANSFERRED', 'RETIRED', 'DIED')),
  since     date not null,
  until     date check (until >= since),
  remark    text not null default '',
  revision  bigint not null default 0,
  check (until is not null or kind not in ('LEAVE', 'TRAINING'))
);
comment on column helper_absence.until is 'Last day; null if nobody knows, or for good.';
create index helper_absence_by_helper on helper_absence (helper_id, since);
create index helper_absence_by_division on helper_absence (division, id);
select secure_by_area('helper_absence', 'division');

-- Whom a helper must not help (回避): kin, and the helper's own household.
create table helper_conflict (
  helper_id    uuid   not null references helper (id),
  household_id uuid   not null,
  division     bigint not null,
  kind         text   not null check (kind in ('KINSHIP', 'OWN_HOUSEHOLD', 'DEALINGS')),
  remark       text   not null default '',
  primary key (helper_id, household_id)
);
comment on column helper_conflict.division is 'That of the helper.';
create index helper_conflict_by_household on helper_conflict (household_id);
select secure_by_area('helper_conflict', 'division');

-- Plans that are made anew move no more households than the policy allows, and say what that costs.
alter table pairing_plan
  add column most_moves integer check (most_moves >= 0),
  add column moves integer,
  add column free_moves integer,
  add column stability_price bigint;
comment on column pairing_plan.most_moves is 'Households that may get another helper at most; null without a limit.';
comment on column pairing_plan.free_moves is 'Those that would move without the limit.';
comment on column pairing_plan.stability_price is 'How much dearer the limit makes all other terms, in hundredths of a weight point.';

create index plan_helper_by_area on plan_helper (plan_id, area);

create function place_covers(place bigint, code bigint) returns boolean language sql immutable as $$
  select place = 0 or code between place and place + case
    when place % 10000000000 = 0 then 9999999999
    when place % 100000000 = 0 then 99999999
    when place % 1000000 = 0 then 999999
    when place % 1000 = 0 then 999
    else 0 end
$$;
comment on function place_covers is 'Whether a division is the other or lies in it; 0 is everywhere.';

alter table staged_unit add column seat bigint;
alter table staged_helper add column home_hamlet text, add column decides_in bigint;
