-- What this service believes second-hand about identification.

create table observed_division (
  code         bigint  primary key,
  name         text    not null,
  level        text    not null,
  parent       bigint,
  valid_from   date,
  valid_to     date,
  poor_village boolean not null,
  revision     bigint  not null
);
comment on table observed_division is 'The public register of divisions: everybody may see every row.';

create table observed_household (
  id           uuid    primary key,
  village_code bigint  not null,
  hamlet       text    not null,
  householder  text    not null,
  persons      integer not null,
  status       text    not null,
  main_cause   text    not null,
  other_causes text[]  not null,
  ethnicity    text,
  revision     bigint  not null
);
create index observed_household_by_village on observed_household (village_code, id);
select secure_by_area('observed_household', 'village_code');
