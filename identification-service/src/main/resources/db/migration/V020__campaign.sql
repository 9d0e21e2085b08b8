-- Campaigns (识别工作) of counties, their rounds (one for each village), the cut line, and what the procedure leaves behind.

-- Dated parameters of the procedure by place and time, each with the document that set it. The row of the smallest
-- division that contains a place wins, of those the youngest.
create table policy (
  id         bigint  generated always as identity primary key,
  name       text    not null check (name in ('NOTICE_DAYS')),
  division   bigint  not null,
  year       integer check (year between 2013 and 2100),
  value      integer not null check (value >= 0),
  source     text    not null check (source <> ''),
  set_by     text    not null
);
comment on column policy.division is 'The lowest code of the division; 0 is everywhere.';
comment on column policy.year is 'Null for every year.';
insert into policy (name, division, year, value, source, set_by)
values ('NOTICE_DAYS', 0, null, 7, 'provincial rule: each notice and announcement stands for 7 days or more', 'the service');
create index policy_by_name on policy (name, division, year);

create table campaign (
  id            uuid    primary key,
  year          integer not null check (year between 2013 and 2100),
  county        bigint  not null check (county % 1000000 = 0),
  scorecard     text    not null,
  veto_list     text    not null,
  quota_persons integer not null check (quota_persons >= 1),
  point_in_time date    not null,
  notice_days   integer not null check (notice_days between 0 and 60),
  notice_policy bigint  not null references policy,
  screened_at   timestamptz,
  revision      bigint  not null default 1,
  foreign key (id, scorecard) references campaign_scorecard (campaign_id, scorecard)
);
comment on column campaign.point_in_time is 'The day on which things must have been so: what changed later is no reason for a veto.';
create index campaign_by_county on campaign (county, year);

-- Who works in a village of the county sees the campaign; only who has the whole county changes it.
alter table campaign enable row level security;
create policy the_county_and_below_read on campaign for select using (
  county <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and county + 999999 >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_county_inserts on campaign for insert with check (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy the_county_updates on campaign for update using (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);

-- The cut line (分数线) in its versions; the highest version of a campaign is in force. What it was drawn from stands in
-- line_tie: households and persons for each score.
create table line (
  campaign_id      uuid        not null references campaign,
  version          integer     not null check (version >= 1),
  county           bigint      not null,
  origin           text        not null check (origin in ('HANDED_DOWN', 'QUOTA')),
  score            integer     not null check (score between 0 and 10000),
  quota_persons    integer     not null,
  households       integer     not null check (households >= 0),
  persons          bigint      not null check (persons >= 0),
  next_score       integer,
  next_households  integer,
  next_persons     bigint,
  scorecard        text        not null,
  veto_list        text        not null,
  method           text        not null,
  document_number  text,
  set_by           text        not null,
  set_by_name      text        not null,
  set_at           timestamptz not null,
  primary key (campaign_id, version),
  check (origin = 'HANDED_DOWN' or persons <= quota_persons)
);
create table line_tie (
  campaign_id       uuid    not null,
  version           integer not null,
  score             integer not null,
  households        integer not null check (households >= 1),
  persons           bigint  not null check (persons >= 1),
  households_before integer not null check (households_before >= 0),
  persons_through   bigint  not null check (persons_through >= persons),
  primary key (campaign_id, version, score),
  foreign key (campaign_id, version) references line
);
comment on table line_tie is 'Not vetoed households by score, the poorest first: enough to draw the line again and to tell every household its rank.';
revoke update, delete on line, line_tie from "${appRole}";
alter table line enable row level security;
create policy the_county_and_below_read on line for select using (
  county <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and county + 999999 >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_county_inserts on line for insert with check (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);

create table round (
  id              uuid    primary key,
  campaign_id     uuid    not null references campaign,
  village_code    bigint  not null references division,
  stage           text    not null default 'ROSTER' check (stage in (
    'ROSTER', 'VISITED', 'APPRAISED', 'NOTICED', 'REVIEWED',
    'REVISITED', 'REAPPRAISED', 'RENOTICED', 'REREVIEWED', 'ANNOUNCED')),
  notice_since    date,
  document_number text,
  revision        bigint  not null default 1,
  unique (campaign_id, village_code),
  check ((stage = 'ANNOUNCED') = (document_number is not null)),
  check (stage not in ('NOTICED', 'RENOTICED') or notice_since is not null)
);
comment on column round.notice_since is 'The day in Asia/Shanghai on which the last notice was put up.';
create index round_by_village on round (village_code, campaign_id);
select secure_by_area('round', 'village_code');

create table round_step (
  round_id     uuid        not null references round,
  gate         text        not null check (gate in (
    'FIRST_VISIT', 'FIRST_APPRAISAL', 'FIRST_NOTICE', 'FIRST_REVIEW', 'SECOND_VISIT', 'SECOND_APPRAISAL',
    'SECOND_NOTICE', 'SECOND_REVIEW', 'ANNOUNCEMENT')),
  village_code bigint      not null,
  taken_by     text        not null,
  taken_name   text        not null,
  taken_at     timestamptz not null,
  remark       text,
  signers      text[]      not null check (cardinality(signers) >= 1),
  present      integer,
  entitled     integer,
  votes        integer,
  primary key (round_id, gate),
  check ((present is null) = (entitled is null) and (present is null) = (votes is null)),
  check (votes between 0 and present and present between 0 and entitled),
  check (gate not in ('FIRST_APPRAISAL', 'SECOND_APPRAISAL') or present is not null)
);
select secure_by_area('round_step', 'village_code');
revoke update, delete on round_step from "${appRole}";

create table objection (
  id            uuid        primary key,
  round_id      uuid        not null references round,
  village_code  bigint      not null,
  household_id  uuid,
  raised_by     text        not null check (raised_by <> ''),
  text          text        not null check (text <> ''),
  recorded_by   text        not null,
  raised_on     date        not null,
  state         text        not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  finding       text,
  investigators text[]      check (cardinality(investigators) >= 2),
  resolved_by   text,
  resolved_at   timestamptz,
  revision      bigint      not null default 1,
  check ((state = 'OPEN') = (finding is null) and (state = 'OPEN') = (investigators is null)),
  check ((state = 'OPEN') = (resolved_by is null) and (state = 'OPEN') = (resolved_at is null))
);
create index objection_by_round on objection (round_id);
select secure_by_area('objection', 'village_code');
