-- All hashes of id numbers are taken to a new key, a block of persons after the other: what is stored of a person changes
-- in one transaction, in every table. In between hashes go on being made under the former key, and whoever writes one of
-- a person that was taken has it put right.
alter table matching_key add column complete boolean not null default true;
comment on column matching_key.complete is
  'False while hashes are being taken to it: none is made under it, but some are stored.';

create table moved_hash (
  former bytea primary key,
  hash   bytea not null
);
comment on table moved_hash is 'Which hashes were taken to the key that is not complete; empty otherwise.';

create function moved_hash_written() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.id_hash := coalesce((select m.hash from moved_hash m where m.former = new.id_hash), new.id_hash);
  return new;
end $$;
create function moved_person_written() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.person := coalesce((select m.hash from moved_hash m where m.former = new.person), new.person);
  return new;
end $$;

-- Rows of an import are hashed when they come in and stored later: under a former key they would never be taken.
create function former_hash_refused() returns trigger language plpgsql as $$
begin
  raise exception 'Id numbers must be hashed under the newest key' using errcode = 'serialization_failure';
end $$;

-- What is written while hashes are taken is watched; who takes them says so. Afterwards imports must know the key: a
-- condition of their triggers, and no triggers under the first key, because it is asked for each row.
create function watch_moved_hashes(watched boolean) returns void
language plpgsql security definer set search_path = public as $$
declare
  here   text;
  newest integer := coalesce((select max(id) from matching_key where complete), 1);
begin
  foreach here in array array['member', 'asset_record', 'assistance_record', 'risk_record', 'flag', 'special_record',
                              'staged_member', 'staged_asset_record', 'staged_assistance_record', 'staged_risk_record',
                              'staged_special_record']
  loop
    execute format('alter table %I %s trigger moved_hash', here, case when watched then 'enable' else 'disable' end);
    if not watched and newest > 1 and here like 'staged%' then
      execute format('create or replace trigger former_hash_refused before insert on %I for each row'
        || ' when (get_byte(new.%I, 0) < %s) execute function former_hash_refused()',
        here, case when here = 'staged_special_record' then 'person' else 'id_hash' end, newest);
    end if;
  end loop;
  if not watched then
    truncate moved_hash;
  end if;
end $$;

do $$
declare
  here text;
begin
  foreach here in array array['member', 'asset_record', 'assistance_record', 'risk_record', 'flag', 'staged_member',
                              'staged_asset_record', 'staged_assistance_record', 'staged_risk_record']
  loop
    execute format('create trigger moved_hash before insert or update of id_hash on %I for each row'
      || ' when (current_setting(''jingzhun.rehashing'', true) is distinct from ''on'')'
      || ' execute function moved_hash_written()', here);
  end loop;
  foreach here in array array['special_record', 'staged_special_record']
  loop
    execute format('create trigger moved_hash before insert or update of person on %I for each row'
      || ' when (current_setting(''jingzhun.rehashing'', true) is distinct from ''on'')'
      || ' execute function moved_person_written()', here);
  end loop;
  perform watch_moved_hashes(false);
end $$;

-- A number is corrected also from a hash that was taken to one that was not.
drop trigger special_records_corrected on member;
create trigger special_records_corrected after update of id_hash on member
  for each row when (old.id_hash is distinct from new.id_hash
                     and current_setting('jingzhun.rehashing', true) is distinct from 'on')
  execute function special_records_corrected();

create or replace function former_hashes_refused() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from written where get_byte(id_hash, 0) not in (
      select id from matching_key where id >= (select max(id) from matching_key where complete))) then
    raise exception 'Id numbers must be hashed under the newest key' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
