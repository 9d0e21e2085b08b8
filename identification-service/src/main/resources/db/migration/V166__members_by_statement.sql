-- Members and their household: a reference is checked row by row, which took a third of what it takes to store a member
-- (4.3 of 12.8 µs of processor time). Triggers check the same, for all members of a statement at once.
alter table member drop constraint member_household_id_village_code_fkey;

create function member_arrived() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from household where id in (select household_id from members) order by id for key share;
  if exists (select from members m left join household h on h.id = m.household_id and h.village_code = m.village_code
             where h.id is null) then
    raise exception 'a member must be of a household, in its village'
      using errcode = 'foreign_key_violation', constraint = 'member_of_a_household', table = 'member';
  end if;
  return null;
end $$;
create trigger member_arrived after insert on member
  referencing new table as members for each statement execute function member_arrived();

create function member_moved() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from household where id = new.household_id and village_code = new.village_code for key share;
  if not found then
    raise exception 'a member must be of a household, in its village'
      using errcode = 'foreign_key_violation', constraint = 'member_of_a_household', table = 'member';
  end if;
  return null;
end $$;
create trigger member_moved after update on member
  for each row when ((old.household_id, old.village_code) is distinct from (new.household_id, new.village_code))
  execute function member_moved();

create function members_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'DELETE' then
    delete from member where household_id = old.id;
  elsif new.id <> old.id then
    raise exception 'the id of a household stays' using errcode = 'integrity_constraint_violation';
  else
    update member set village_code = new.village_code where household_id = new.id;
  end if;
  return null;
end $$;
create trigger members_follow after update on household
  for each row when ((old.id, old.village_code) is distinct from (new.id, new.village_code))
  execute function members_follow();
create trigger members_gone after delete on household for each row execute function members_follow();
