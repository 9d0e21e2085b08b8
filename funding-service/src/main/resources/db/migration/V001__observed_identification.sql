-- What funding believes second-hand about identification: rebuilt from the topics at any time.

create table observed_division (
  code         bigint  primary key check (code between 100000000000 and 999999999999),
  name         text    not null,
  level        text    not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  valid_from   date    not null,
  valid_to     date,
  poor_village boolean not null,
  households   bigint  not null check (households >= 0),
  persons      bigint  not null check (persons >= 0),
  revision     bigint  not null
);
comment on column observed_division.persons is 'Rural persons by the latest count of identification.';
select secure_by_area('observed_division', 'code');

create table observed_household (
  id           uuid    primary key,
  village_code bigint  not null,
  persons      integer not null check (persons >= 0),
  status       text    not null,
  revision     bigint  not null
);
create index observed_household_by_village on observed_household (village_code);
select secure_by_area('observed_household', 'village_code');
