-- Supervision: unannounced inspections, problems with their week, the red and the black list.

create table inspection_round (
  id               uuid        primary key,
  division         bigint      not null,
  monday           date        not null check (extract(isodow from monday) = 1),
  teams            integer     not null check (teams between 1 and 50),
  villages_per_day integer     not null check (villages_per_day between 1 and 20),
  seed             text        not null check (length(seed) between 8 and 100),
  frame            bigint[]    not null,
  rule_version     text        not null,
  ordered_by       text        not null,
  ordered_at       timestamptz not null,
  unique (division, monday)
);
comment on column inspection_round.division is 'Whose villages were drawn from: the first code of the area.';
comment on column inspection_round.frame is 'The villages that could have been drawn, in the order of their codes.';
select secure_by_area('inspection_round', 'division');
revoke update, delete, truncate on inspection_round from "${appRole}";

create table inspection (
  id           uuid    primary key,
  round_id     uuid    not null references inspection_round (id),
  team         integer not null,
  inspected_on date    not null,
  village_code bigint  not null,
  state        text    not null check (state in ('PLANNED', 'REPORTED', 'CANCELLED')),
  report       text    check (length(report) between 1 and 4000),
  version      bigint  not null default 0,
  unique (round_id, village_code),
  check ((state = 'REPORTED') = (report is not null))
);
create index inspection_by_village on inspection (village_code, id);
select secure_by_area('inspection', 'village_code');
revoke delete, truncate on inspection from "${appRole}";

create table inspection_finding (
  inspection_id uuid    not null references inspection (id),
  position      integer not null,
  village_code  bigint  not null,
  good          boolean not null,
  title         text    not null check (length(title) between 1 and 200),
  details       text    not null check (length(details) <= 2000),
  household_id  uuid,
  problem_id    uuid,
  primary key (inspection_id, position),
  check (good = (problem_id is null))
);
comment on column inspection_finding.good is 'Good practice, worth the red list; else a problem was raised.';
select secure_by_area('inspection_finding', 'village_code');
revoke update, delete, truncate on inspection_finding from "${appRole}";

create table problem (
  id           uuid   primary key,
  division     bigint not null,
  household_id uuid,
  title        text   not null check (length(title) between 1 and 200),
  details      text   not null check (length(details) <= 2000),
  source       text   not null check (source in ('REPORTED', 'INSPECTION')),
  source_id    uuid,
  level        text   not null check (level in ('COUNTY', 'CITY', 'REGION')),
  state        text   not null check (state in ('OPEN', 'RESOLVED', 'CLOSED')),
  rule_version text   not null,
  raised_on    date   not null,
  deadline     date   not null,
  escalations  integer not null default 0,
  ended_on     date,
  version      bigint not null default 0,
  check ((state = 'CLOSED') = (ended_on is not null))
);
comment on column problem.level is 'Whose leading group has it on its table.';
comment on column problem.deadline is 'Of this level: the last day of its week.';
create index problem_by_division on problem (division, id);
create index problem_due on problem (deadline) where state = 'OPEN';
select secure_by_area('problem', 'division');
revoke delete, truncate on problem from "${appRole}";

create table list_entry (
  id           uuid    primary key,
  colour       text    not null check (colour in ('RED', 'BLACK')),
  subject_kind text    not null check (subject_kind in ('DIVISION', 'UNIT', 'HELPER')),
  subject_id   uuid    check ((subject_id is null) = (subject_kind = 'DIVISION')),
  division     bigint  not null,
  problem_id   uuid    references problem (id),
  reason       text    not null check (length(reason) between 1 and 2000),
  grave        boolean not null,
  state        text    not null check (state in ('PROPOSED', 'NOTIFIED', 'REPLIED', 'DISMISSED', 'PUBLISHED', 'RECTIFIED',
                                                 'LIFTED', 'EXPIRED')),
  rule_version text    not null,
  reply_by     date,
  published_on date,
  rectify_by   date,
  expires_on   date,
  ended_on     date,
  version      bigint  not null default 0,
  check ((state in ('DISMISSED', 'LIFTED', 'EXPIRED')) = (ended_on is not null)),
  check (colour = 'BLACK' or not grave)
);
comment on column list_entry.grave is 'Serious: to be told to the media, and those responsible to be held to account.';
create index list_entry_by_division on list_entry (division, id);
create index list_entry_expiring on list_entry (expires_on) where state = 'PUBLISHED';
select secure_by_area('list_entry', 'division');
revoke delete, truncate on list_entry from "${appRole}";
