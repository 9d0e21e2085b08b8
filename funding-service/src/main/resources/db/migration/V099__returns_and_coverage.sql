-- Shares that are held, by village, and departures by household: what is to be taken back is found without reading history.

create index asset_share_held on asset_share (village_code, id) where until is null and household_id is not null;
create index observed_departure_by_household on observed_departure (household_id);

-- Who a project is not for any more, with who had named the household, and why it was taken off.
create table project_beneficiary_removal (
  id           uuid        primary key,
  project_id   uuid        not null references project (id),
  household_id uuid        not null,
  village_code bigint      not null,
  added_by     text        not null,
  added_at     timestamptz not null,
  reason       text        not null check (length(reason) between 1 and 500),
  removed_by   text        not null,
  removed_at   timestamptz not null
);
create index project_beneficiary_removal_by_project on project_beneficiary_removal (project_id, id);
select secure_by_area('project_beneficiary_removal', 'village_code');
revoke update, delete, truncate on project_beneficiary_removal from "${appRole}";
grant delete on project_beneficiary to "${appRole}";

-- The bank's file takes student loans and those of households that are only monitored.
alter table staged_loan
  add column person_id uuid,
  add column school_year integer,
  add column school_ends_on date,
  add column penalty_ppm integer,
  add column grace_to date,
  add column subsidised_to date,
  add column plan text[];
