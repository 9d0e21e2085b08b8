-- funding: what was paid to a household, and dividends of its shares.
create table observed_benefit (
  payment_id   uuid    primary key,
  household_id uuid    not null,
  village_code bigint  not null,
  benefit      text    not null,
  year         integer not null,
  fen          bigint  not null,
  state        text    not null,
  paid_on      date    not null,
  source_name  text    not null,
  revision     bigint  not null
);
comment on column observed_benefit.benefit is 'A code of funding''s rules of benefits, or DIVIDEND.';
create index observed_benefit_by_household on observed_benefit (household_id, paid_on, payment_id);
select secure_by_area('observed_benefit', 'village_code');

-- identification: what else a booklet shows, and when a household's status changed.
alter table observed_household
  add column labourers     integer,
  add column attribute     text,
  add column registered_on date;
create table observed_status (
  household_id uuid   not null,
  status       text   not null,
  since        date   not null,
  village_code bigint not null,
  document     text,
  revision     bigint not null,
  primary key (household_id, since, status)
);
select secure_by_area('observed_status', 'village_code');
