-- Natural changes of households (自然增减): requested, reviewed, applied by three different people; what was before and
-- after stays for good.
create table household_change (
  id              uuid        primary key,
  household_id    uuid        not null,
  village_code    bigint      not null,
  kind            text        not null check (kind in (
    'BIRTH', 'DEATH', 'MARRIAGE_IN', 'MARRIAGE_OUT', 'MOVED_IN', 'MOVED_OUT', 'SPLIT', 'MERGE', 'CORRECTION')),
  stage           text        not null default 'REQUESTED' check (stage in (
    'REQUESTED', 'REVIEWED', 'APPLIED', 'REJECTED')),
  happened_on     date        not null,
  reason          text        not null check (reason <> ''),
  evidence        text[]      not null,
  other_household uuid,
  content         bytea       not null,
  before          bytea,
  after           bytea,
  requested_by    text        not null,
  requested_name  text        not null,
  requested_at    timestamptz not null,
  reviewed_by     text,
  reviewed_name   text,
  reviewed_at     timestamptz,
  ended_by        text,
  ended_name      text,
  ended_at        timestamptz,
  remark          text,
  revision        bigint      not null default 1,
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  check ((stage in ('APPLIED', 'REJECTED')) = (ended_by is not null)),
  check (stage <> 'APPLIED' or (before is not null and after is not null and reviewed_by is not null)),
  check (kind in ('SPLIT', 'MERGE') = (other_household is not null)),
  check (reviewed_by <> requested_by),
  check (stage <> 'APPLIED' or (ended_by <> requested_by and ended_by <> reviewed_by))
);
comment on column household_change.content is 'What is to change: members with their id numbers, health and disability. Encrypted, as are before and after.';
create unique index one_open_change_a_household on household_change (household_id) where stage in ('REQUESTED', 'REVIEWED');
create index household_change_by_village on household_change (village_code, id);
create index household_change_by_household on household_change (household_id, id);
select secure_by_area('household_change', 'village_code');
