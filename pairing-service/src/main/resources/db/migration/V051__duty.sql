-- Duty of first secretaries and resident teams: days in the village, leave, absence that was found.

create table duty_record (
  id           uuid    primary key,
  helper_id    uuid    not null references helper (id),
  village_code bigint  not null check (village_code % 1000 <> 0),
  kind         text    not null check (kind in ('PRESENT', 'LEAVE', 'ABSENCE')),
  first_on     date    not null,
  last_on      date    not null check (last_on between first_on and first_on + 366),
  state        text    not null check (state in ('NOTED', 'REQUESTED', 'GRANTED', 'REFUSED')),
  remark       text    not null check (length(remark) <= 1000),
  rule_version text    not null,
  version      bigint  not null default 0,
  check ((kind = 'LEAVE') = (state <> 'NOTED'))
);
create index duty_record_by_village on duty_record (village_code, id);
create index duty_record_by_helper on duty_record (helper_id, first_on);
select secure_by_area('duty_record', 'village_code');
revoke delete, truncate on duty_record from "${appRole}";

-- A township notes the absence of a cadre whose unit lies in the county's area, not in its own.
create function helper_exists(helper_id uuid) returns boolean
  language sql stable security definer set search_path from current
  return exists (select from helper where id = helper_id);
