-- Visits of helpers (走访记录): facts that never change.
create table visit (
  id           uuid        primary key,
  household_id uuid        not null,
  village_code bigint      not null,
  helper_id    uuid        not null references helper (id),
  pairing_id   uuid        not null references pairing (id),
  visited_on   date        not null,
  place        text        check (place <> ''),
  content      text        not null check (content <> ''),
  risks        text[]      not null,
  income_items text[]      not null,
  income_fen   bigint[]    not null check (cardinality(income_fen) = cardinality(income_items) and 0 <= all (income_fen)),
  recorded_at  timestamptz not null
);
create index visit_by_village on visit (village_code, visited_on, id);
create index visit_by_household on visit (household_id, visited_on, id);
create index visit_by_helper on visit (helper_id, visited_on, id);
select secure_by_area('visit', 'village_code');
revoke update, delete on visit from "${appRole}";

-- identification: who is monitored so that it does not fall into poverty (监测户), on the register or not.
create table observed_monitoring (
  monitoring_id    uuid    primary key,
  household_id     uuid    not null,
  village_code     bigint  not null,
  persons          integer not null,
  monitoring_class text    not null,
  monitored_on     date    not null,
  closed_on        date,
  revision         bigint  not null
);
create index observed_monitoring_open on observed_monitoring (household_id) where closed_on is null;
select secure_by_area('observed_monitoring', 'village_code');
