-- The keys of the hashes of id numbers, sealed. A hash is made under all of them, one behind the other, and begins with
-- the number of the last; hashes from before there were numbers are under the first.
create table matching_key (
  id     smallint primary key check (id between 1 and 127),
  sealed bytea    not null
);
comment on table matching_key is 'Added by the job id-hash-rotation; sealed under the secrets of the service.';

-- A member's corrected number is carried on; that all hashes are taken to a new key is no correction.
drop trigger special_records_corrected on member;
update special_record set person = set_byte(person, 0, 1) where person is not null;
update member set id_hash = set_byte(id_hash, 0, 1);
update asset_record set id_hash = set_byte(id_hash, 0, 1);
update assistance_record set id_hash = set_byte(id_hash, 0, 1);
update risk_record set id_hash = set_byte(id_hash, 0, 1);
update flag set id_hash = set_byte(id_hash, 0, 1) where id_hash is not null;
update staged_member set id_hash = set_byte(id_hash, 0, 1);
update staged_asset_record set id_hash = set_byte(id_hash, 0, 1);
update staged_assistance_record set id_hash = set_byte(id_hash, 0, 1);
update staged_risk_record set id_hash = set_byte(id_hash, 0, 1);
update staged_special_record set person = set_byte(person, 0, 1) where person is not null;
create trigger special_records_corrected after update of id_hash on member
  for each row when (old.id_hash is distinct from new.id_hash and get_byte(old.id_hash, 0) = get_byte(new.id_hash, 0))
  execute function special_records_corrected();

-- A replica that does not know the newest key yet must not write: its hashes would match nothing. It tries again.
create function former_hashes_refused() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from written where get_byte(id_hash, 0) <> (select max(id) from matching_key)) then
    raise exception 'Id numbers must be hashed under the newest key' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
create trigger former_hashes_refused after insert on member
  referencing new table as written for each statement execute function former_hashes_refused();
create trigger former_hashes_refused_again after update on member
  referencing new table as written for each statement execute function former_hashes_refused();
create trigger former_hashes_refused after insert on asset_record
  referencing new table as written for each statement execute function former_hashes_refused();
create trigger former_hashes_refused after insert on assistance_record
  referencing new table as written for each statement execute function former_hashes_refused();
create trigger former_hashes_refused after insert on risk_record
  referencing new table as written for each statement execute function former_hashes_refused();

-- What was written once and for all stays so, but for the key it is sealed under.
grant update (sealed) on special_step to "${appRole}";
grant update (content) on archive_export_file to "${appRole}";
