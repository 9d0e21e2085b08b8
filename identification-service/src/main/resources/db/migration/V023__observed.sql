-- What this service believes second-hand. Guarded upserts of events; can be rebuilt from the topics at any time.

-- pairing-service: who helps a household now, or helped it last.
create table observed_pairing (
  household_id uuid   primary key,
  pairing_id   uuid   not null,
  village_code bigint not null,
  helper_id    uuid   not null,
  helper_name  text   not null,
  helper_unit  text   not null,
  helper_post  text,
  since        date   not null,
  until        date,
  state        text   not null,
  revision     bigint not null
);
select secure_by_area('observed_pairing', 'village_code');

-- funding-service: what money a village was given.
create table observed_allocation (
  plan_id         uuid   not null,
  village_code    bigint not null,
  source_name     text   not null,
  source_level    text   not null,
  year            integer not null,
  amount_fen      bigint not null check (amount_fen >= 0),
  approved_on     date   not null,
  document_number text   not null,
  revision        bigint not null,
  primary key (plan_id, village_code)
);
create index observed_allocation_by_village on observed_allocation (village_code, year);
select secure_by_area('observed_allocation', 'village_code');
