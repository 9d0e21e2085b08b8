-- identification: who lives in the households on the register. Apart from the households themselves, which plans read whole.
create table observed_members (
  household_id uuid   primary key,
  village_code bigint not null,
  members      jsonb  not null check (jsonb_typeof(members) = 'array'),
  revision     bigint not null
);
comment on column observed_members.members is
  'memberId, name, relation, birthYear, education, schooling, labour: the head first, then the oldest first.';
select secure_by_area('observed_members', 'village_code');
