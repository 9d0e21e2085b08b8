-- The poverty register (建档立卡).
create table register_entry (
  household_id    uuid    primary key,
  village_code    bigint  not null,
  hamlet          text    not null,
  householder     text    not null,
  persons         integer not null check (persons >= 1),
  labourers       integer not null check (labourers between 0 and persons),
  ethnicity       text    not null,
  status          text    not null check (status in ('POOR', 'EXITED', 'RETURNED', 'REMOVED')),
  attribute       text    not null check (attribute in (
    'GENERAL', 'LOW_INCOME_ASSISTED', 'FIVE_GUARANTEES', 'LOW_INCOME_ASSISTED_POOR')),
  main_cause      text    not null,
  other_causes    text[]  not null check (cardinality(other_causes) <= 2 and not main_cause = any (other_causes)),
  score           integer not null,
  scorecard       text    not null,
  line_version    integer not null,
  year            integer not null,
  campaign_id     uuid    not null,
  registered_on   date    not null,
  document_number text    not null,
  revision        bigint  not null default 1,
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  foreign key (campaign_id, line_version) references line (campaign_id, version)
);
create index register_by_village on register_entry (village_code, household_id);
create index register_by_campaign on register_entry (campaign_id, village_code);
select secure_by_area('register_entry', 'village_code');

create table register_transition (
  household_id    uuid        not null references register_entry,
  revision        bigint      not null,
  village_code    bigint      not null,
  kind            text        not null check (kind in ('REGISTERED', 'EXITED', 'RETURNED', 'ROLLED_BACK', 'REMOVED')),
  from_status     text,
  to_status       text        not null,
  "on"            date        not null,
  document_number text        not null,
  campaign_id     uuid,
  line_version    integer,
  scorecard       text,
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  primary key (household_id, revision)
);
comment on table register_transition is 'Append-only; each with the versions of the standards by which it was decided.';
select secure_by_area('register_transition', 'village_code');
revoke update, delete on register_transition from "${appRole}";
