-- Every record that concerns one household is found by it, whatever was read or changed: a visit's sheet, a flag, an exit.
-- Made from what the chain covers, so that nobody has to write it.
alter table audit add column household text
  generated always as (case when object_type = 'household' then object_id else details ->> 'household' end) stored;
comment on column audit.household is 'Id of the household that the record concerns: the object itself, or a detail of that name.';
create index audit_by_household on audit (household, seq) where household is not null;
