-- What somebody holds against a case of monitoring while its notice is up (异议). An open one holds the case; one that was
-- upheld leaves only the way back. It is decided by what other people found.
create table monitoring_objection (
  id            uuid        primary key,
  case_id       uuid        not null,
  village_code  bigint      not null,
  notice        integer     not null,
  raised_by     text        not null check (raised_by <> ''),
  text          text        not null check (text <> ''),
  raised_on     date        not null,
  recorded_by   text        not null,
  recorded_name text        not null,
  state         text        not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  finding       text,
  investigators text[]      check (cardinality(investigators) >= 2),
  resolved_by   text,
  resolved_name text,
  resolved_at   timestamptz,
  foreign key (case_id, village_code) references monitoring_case (id, village_code) on update cascade,
  check ((state = 'OPEN') = (resolved_by is null)),
  check ((resolved_by is null) = (finding is null) and (resolved_by is null) = (investigators is null)
         and (resolved_by is null) = (resolved_at is null)),
  check (resolved_by <> recorded_by)
);
comment on column monitoring_objection.notice is 'Against which notice of the case: its step.';
create index monitoring_objection_by_case on monitoring_objection (case_id);
create index monitoring_objection_by_village on monitoring_objection (village_code, id);
select secure_by_area('monitoring_objection', 'village_code');
revoke delete on monitoring_objection from "${appRole}";
