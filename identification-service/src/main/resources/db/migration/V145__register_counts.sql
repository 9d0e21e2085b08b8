-- How each household of the register stood from when until when, and how many there are by village, day and kind. Both
-- follow from the transitions, the persons and the entries; the database keeps them in the same transaction, whoever
-- writes, and only as the owner. What is counted is a sum of changes: writers append and never wait for each other.

-- Each change of how a household stands, computed anew. Of transitions that hold from days out of order the one that was
-- decided last counts; persons of the same day come before the transition.
create view register_moment with (security_invoker = true) as
  with change as (
    select household_id, "on" as day, revision, kind,
           array[revision, array_position(array['POOR', 'EXITED', 'RETURNED', 'REMOVED'], to_status)] as decided,
           null::bigint[] as counted
    from register_transition
    union all
    select household_id, since, 0, null, null, array[since - date '2000-01-01', persons]::bigint[]
    from register_persons),
  course as (
    select household_id, day, revision, kind,
           (array['POOR', 'EXITED', 'RETURNED', 'REMOVED'])[(max(decided) over upto)[2]] as status,
           (max(counted) over upto)[2]::integer as persons
    from change
    window upto as (partition by household_id order by day, revision)),
  -- Persons that nobody wrote down are those of the entry.
  known as (
    select c.household_id, e.village_code, e.main_cause, e.ethnicity, g.groups, g.group_persons, c.day, c.revision,
           c.kind, c.status, coalesce(c.persons, e.persons) as persons
    from course c join register_entry e on e.household_id = c.household_id
    cross join lateral (
      select coalesce(array_agg(m.ethnicity order by m.ethnicity), '{}') as groups,
             coalesce(array_agg(m.persons order by m.ethnicity), '{}') as group_persons
      from (select ethnicity, count(*)::integer as persons from member
            where household_id = c.household_id group by 1) m) g
    where c.status is not null)
  select household_id, village_code, main_cause, ethnicity, groups, group_persons, day,
         coalesce(lead(day) over sequence, 'infinity'::date) as until, kind,
         lag(status) over sequence as from_status, lag(persons) over sequence as from_persons, status, persons
  from known
  window sequence as (partition by household_id order by day, revision);

create table register_standing (
  household_id uuid    not null,
  village_code bigint  not null,
  main_cause   text    not null,
  ethnicity    text    not null,
  groups       text[]  not null,
  group_persons integer[] not null check (cardinality(group_persons) = cardinality(groups)),
  day          date    not null,
  until        date    not null check (until >= day),
  kind         text,
  from_status  text,
  from_persons integer,
  status       text    not null,
  persons      integer not null,
  check ((from_status is null) = (from_persons is null))
);
comment on table register_standing is 'Rows of register_moment, stored: who stood how from the day until before the other.';
comment on column register_standing.kind is 'Of the transition; null when only the number of persons changed.';
comment on column register_standing.village_code is 'Where the household is today, likewise cause and ethnic group of the head.';
comment on column register_standing.groups is 'Ethnic groups of the members, as they were when this was written; with the persons of each.';
create index register_standing_by_household on register_standing (household_id);
create index register_standing_by_village on register_standing (village_code);
select secure_by_area('register_standing', 'village_code');
revoke insert, update, delete on register_standing from "${appRole}";

create table register_count (
  dimension    text    not null check (dimension in ('STATUS', 'FLOW', 'CAUSE', 'ETHNICITY', 'MEMBERS')),
  village_code bigint  not null,
  code         text    not null,
  day          date    not null,
  households   bigint  not null,
  persons      bigint  not null,
  folded       boolean not null default false
);
comment on table register_count is 'Changes: what stands at the end of a day is the sum up to it. Flows (transitions) are sums over a time. Causes, ethnic groups of the head and of members are those of the poor.';
comment on column register_count.folded is 'Rows of one kind were put together; those of earlier years on the last day of theirs, since nobody asks for a day between.';
create index register_count_by_village on register_count (dimension, village_code);
create index register_count_to_fold on register_count (village_code) where not folded;
select secure_by_area('register_count', 'village_code');
revoke insert, update, delete on register_count from "${appRole}";

-- What rows of register_standing add to the counts.
create function register_parts(standing register_standing)
returns table (dimension text, code text, households bigint, persons bigint)
language sql immutable as $$
  select * from (values
    ('STATUS', standing.status, 1::bigint, standing.persons::bigint),
    ('STATUS', standing.from_status, -1, -standing.from_persons),
    ('FLOW', standing.kind, 1, standing.persons),
    ('CAUSE', case when standing.status in ('POOR', 'RETURNED') then standing.main_cause end, 1, standing.persons),
    ('CAUSE', case when standing.from_status in ('POOR', 'RETURNED') then standing.main_cause end, -1, -standing.from_persons),
    ('ETHNICITY', case when standing.status in ('POOR', 'RETURNED') then standing.ethnicity end, 1, standing.persons),
    ('ETHNICITY', case when standing.from_status in ('POOR', 'RETURNED') then standing.ethnicity end, -1, -standing.from_persons)
  ) part (dimension, code, households, persons) where part.code is not null
  union all
  select 'MEMBERS', g.code, 0, g.persons * (case when standing.status in ('POOR', 'RETURNED') then 1 else 0 end
    - case when standing.from_status in ('POOR', 'RETURNED') then 1 else 0 end)
  from unnest(standing.groups, standing.group_persons) g (code, persons)
  where (standing.status in ('POOR', 'RETURNED')) is distinct from (standing.from_status in ('POOR', 'RETURNED'))
$$;

-- Puts households anew. Whoever changes one holds its entry, by an update or a foreign key, so that two never do so at
-- the same time.
create function register_restand(ids uuid[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  with gone as (
    delete from register_standing where household_id = any (ids) returning *),
  stands as (
    insert into register_standing
      (household_id, village_code, main_cause, ethnicity, groups, group_persons, day, until, kind, from_status,
       from_persons, status, persons)
    select household_id, village_code, main_cause, ethnicity, groups, group_persons, day, until, kind, from_status,
       from_persons, status, persons
    from register_moment where household_id = any (ids)
    returning *)
  insert into register_count (dimension, village_code, code, day, households, persons)
  select dimension, village_code, code, day, sum(sign * households), sum(sign * persons)
  from (
    select p.dimension, s.village_code, p.code, s.day, 1 as sign, p.households, p.persons
    from stands s, register_parts(s::register_standing) p
    union all
    select p.dimension, g.village_code, p.code, g.day, -1, p.households, p.persons
    from gone g, register_parts(g::register_standing) p) part
  group by dimension, village_code, code, day
  having sum(sign * households) <> 0 or sum(sign * persons) <> 0;
end $$;

create function register_moved() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  perform register_restand(array(select distinct household_id from moved));
  return null;
end $$;
create trigger register_moved after insert on register_transition
  referencing new table as moved for each statement execute function register_moved();
-- Persons that come with an entry or its change are put anew with it.
create trigger register_moved after insert on register_persons
  referencing new table as moved for each statement when (pg_trigger_depth() = 0) execute function register_moved();
create trigger register_moved_again after update on register_persons
  referencing new table as moved for each statement when (pg_trigger_depth() = 0) execute function register_moved();

-- Entries by the statement, no longer one by one.
drop trigger persons_at_entry on register_entry;
drop trigger persons_since on register_entry;
drop function keep_persons();
create function register_entered() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into register_persons (household_id, since, village_code, persons)
  select household_id, registered_on, village_code, persons from entered
  on conflict (household_id, since) do update set persons = excluded.persons;
  return null;
end $$;
create trigger register_entered after insert on register_entry
  referencing new table as entered for each statement execute function register_entered();
create function register_entry_changed() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  insert into register_persons (household_id, since, village_code, persons)
  select a.household_id, (now() at time zone 'Asia/Shanghai')::date, a.village_code, a.persons
  from after a join before b on b.household_id = a.household_id and b.persons <> a.persons
  on conflict (household_id, since) do update set persons = excluded.persons;
  changed := array(
    select a.household_id from after a join before b on b.household_id = a.household_id
    where (a.persons, a.village_code, a.main_cause, a.ethnicity)
          is distinct from (b.persons, b.village_code, b.main_cause, b.ethnicity));
  if cardinality(changed) > 0 then
    perform register_restand(changed);
  end if;
  return null;
end $$;
create trigger register_entry_changed after update on register_entry
  referencing old table as before new table as after for each statement execute function register_entry_changed();

-- Households of which members changed are put anew a moment later: whoever imports members must not wait for entries.
create table register_stale (
  household_id uuid not null
);
revoke all on register_stale from "${appRole}";
create function register_members_came() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from (select distinct village_code from members) v
             where exists (select from register_entry e where e.village_code = v.village_code)) then
    insert into register_stale (household_id)
    select distinct m.household_id from members m join register_entry e on e.household_id = m.household_id;
  end if;
  return null;
end $$;
create trigger register_members_came after insert on member
  referencing new table as members for each statement execute function register_members_came();
create trigger register_members_went after delete on member
  referencing old table as members for each statement execute function register_members_came();
create function register_members_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into register_stale (household_id)
  select distinct e.household_id
  from former f join latter l on l.id = f.id and (l.household_id, l.ethnicity) is distinct from (f.household_id, f.ethnicity)
  join register_entry e on e.household_id in (f.household_id, l.household_id);
  return null;
end $$;
create trigger register_members_changed after update on member
  referencing old table as former new table as latter for each statement execute function register_members_changed();

-- Puts stale households anew, and changes of one kind together. A sum stays what it was, whoever reads or writes meanwhile.
create function fold_register_counts() returns bigint
language plpgsql security definer set search_path = public as $$
declare
  this_year date := date_trunc('year', now() at time zone 'Asia/Shanghai')::date;
  appended bigint;
  ids uuid[];
begin
  perform pg_advisory_xact_lock(hashtext('register_count'));
  ids := array(
    select household_id from register_entry where household_id in (select household_id from register_stale)
    order by household_id limit 20000 for update skip locked);
  if cardinality(ids) > 0 then
    delete from register_stale where household_id = any (ids);
    perform register_restand(ids);
  end if;
  with villages as (
    select village_code from register_count where not folded group by 1),
  gone as (
    delete from register_count c using villages v where c.village_code = v.village_code returning c.*),
  sums as (
    insert into register_count (dimension, village_code, code, day, households, persons, folded)
    select dimension, village_code, code,
           case when day < this_year then make_date(extract(year from day)::integer, 12, 31) else day end,
           sum(households), sum(persons), true
    from gone group by 1, 2, 3, 4
    having sum(households) <> 0 or sum(persons) <> 0)
  select count(*) into appended from gone where not folded;
  return appended;
end $$;

-- What the counts of villages say and what the history of the register says, at the end of each year until the next,
-- where both differ.
create function register_count_faults(area_from bigint, area_to bigint)
returns table (dimension text, village_code bigint, code text, year integer,
               counted_households bigint, counted_persons bigint, recounted_households bigint, recounted_persons bigint)
language sql stable security definer set search_path = public as $$
  with counted as (
    select c.dimension, c.village_code, c.code, extract(year from c.day)::integer as year,
           sum(c.households)::bigint as households, sum(c.persons)::bigint as persons
    from register_count c where c.village_code between area_from and area_to group by 1, 2, 3, 4),
  recounted as (
    select p.dimension, m.village_code, p.code, extract(year from m.day)::integer as year,
           sum(p.households)::bigint as households, sum(p.persons)::bigint as persons
    from register_moment m,
      register_parts(row(m.household_id, m.village_code, m.main_cause, m.ethnicity, m.groups, m.group_persons, m.day, m.until, m.kind,
                         m.from_status, m.from_persons, m.status, m.persons)::register_standing) p
    where m.village_code between area_from and area_to group by 1, 2, 3, 4)
  select dimension, village_code, code, year,
         coalesce(c.households, 0), coalesce(c.persons, 0), coalesce(r.households, 0), coalesce(r.persons, 0)
  from counted c full join recounted r using (dimension, village_code, code, year)
  where (coalesce(c.households, 0), coalesce(c.persons, 0))
        is distinct from (coalesce(r.households, 0), coalesce(r.persons, 0))
$$;

-- Makes standing and counts of an area anew. Holds its entries, so that nobody changes how one stands meanwhile.
create function recount_register(area_from bigint, area_to bigint) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  ids uuid[];
begin
  perform pg_advisory_xact_lock(hashtext('register_count'));
  ids := array(
    select household_id from register_entry where village_code between area_from and area_to
    order by household_id for update);
  perform register_restand(ids);
  with gone as (
    delete from register_count where village_code between area_from and area_to)
  insert into register_count (dimension, village_code, code, day, households, persons)
  select p.dimension, s.village_code, p.code, s.day, sum(p.households), sum(p.persons)
  from register_standing s, register_parts(s) p
  where s.village_code between area_from and area_to
  group by 1, 2, 3, 4
  having sum(p.households) <> 0 or sum(p.persons) <> 0;
  return cardinality(ids);
end $$;

-- For the service to call; whoever asks is held to their area there.
revoke execute on function register_restand(uuid[]), fold_register_counts(), register_count_faults(bigint, bigint),
  recount_register(bigint, bigint) from public;
grant execute on function fold_register_counts(), register_count_faults(bigint, bigint), recount_register(bigint, bigint)
  to "${appRole}";

insert into register_standing
  (household_id, village_code, main_cause, ethnicity, groups, group_persons, day, until, kind, from_status,
       from_persons, status, persons)
select household_id, village_code, main_cause, ethnicity, groups, group_persons, day, until, kind, from_status,
       from_persons, status, persons
from register_moment;
insert into register_count (dimension, village_code, code, day, households, persons)
select p.dimension, s.village_code, p.code, s.day, sum(p.households), sum(p.persons)
from register_standing s, register_parts(s) p
group by 1, 2, 3, 4
having sum(p.households) <> 0 or sum(p.persons) <> 0;
