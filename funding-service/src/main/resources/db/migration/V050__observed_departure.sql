-- identification: who left a household, by death or otherwise, and when households left poverty.

create table observed_departure (
  person_id    uuid   primary key,
  household_id uuid   not null,
  village_code bigint not null,
  reason       text   not null,
  left_on      date   not null,
  revision     bigint not null
);
comment on column observed_departure.household_id is 'The household that was left.';
select secure_by_area('observed_departure', 'village_code');

create table observed_exit (
  household_id uuid   primary key,
  village_code bigint not null,
  exited_on    date   not null,
  revision     bigint not null
);
comment on table observed_exit is 'The last exit; a household that is poor again stands as such in observed_household.';
select secure_by_area('observed_exit', 'village_code');
