-- Cross-matching (数据比对): what departments know of people's property, and the flags that come of it.

-- Property is known of people, not of places. A record belongs to the area for which it was delivered.
create table asset_record (
  source       text   not null check (source in ('VEHICLE', 'HOUSING', 'COMPANY', 'PAYROLL')),
  id_hash      bytea  not null,
  fact         text   not null,
  effective_on date   not null,
  value_fen    bigint check (value_fen >= 0),
  area_from    bigint not null,
  area_to      bigint not null check (area_to >= area_from),
  primary key (id_hash, source, effective_on, fact, area_from, area_to)
);
comment on column asset_record.id_hash is 'Keyed hash of the id number, for matching; the number itself is not kept.';
alter table asset_record enable row level security;
create policy overlapping_areas on asset_record using (
  area_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and area_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);

create table flag (
  id           uuid        primary key,
  campaign_id  uuid        not null references campaign,
  household_id uuid        not null,
  village_code bigint      not null,
  member_id    uuid        not null,
  source       text        not null,
  fact         text        not null,
  effective_on date        not null,
  value_fen    bigint,
  veto         text        not null,
  veto_list    text        not null,
  exception    text        check (exception in ('AFTER_POINT_IN_TIME', 'BELOW_VALUE')),
  state        text        not null check (state in ('OPEN', 'NOTED', 'CONFIRMED', 'DISMISSED')),
  reason       text,
  evidence     text,
  resolved_by  text,
  resolved_at  timestamptz,
  revision     bigint      not null default 1,
  constraint one_flag_a_fact unique (campaign_id, member_id, source, effective_on, fact),
  check ((state = 'NOTED') = (exception is not null)),
  check ((state in ('CONFIRMED', 'DISMISSED')) = (reason is not null)),
  check ((reason is null) = (resolved_by is null) and (reason is null) = (resolved_at is null))
);
comment on table flag is 'A match is a flag, never a removal: only a person''s second check confirms a veto.';
comment on column flag.exception is 'Why the fact cannot be a veto by the list; such a flag is NOTED and needs no second check.';
create index flag_by_village on flag (village_code, campaign_id, id);
create index flag_by_campaign on flag (campaign_id, state, village_code, id);
create index flag_confirmed on flag (campaign_id, household_id) where state = 'CONFIRMED';
select secure_by_area('flag', 'village_code');

create table staged_asset_record (
  import_id uuid not null,
  line bigint not null,
  fact text not null,
  effective_on date not null,
  value_fen bigint,
  source text,
  id_hash bytea,
  area_from bigint,
  area_to bigint,
  primary key (import_id, line)
);
select staging_table('staged_asset_record');

create table staged_flag_resolution (
  import_id uuid not null,
  line bigint not null,
  flag_id uuid not null,
  resolution text not null,
  reason text not null,
  evidence text,
  primary key (import_id, line)
);
select staging_table('staged_flag_resolution');

-- Who may be found poor: every assessed household with what counts of its visits. The second visit takes the place of
-- the first. The view acts with the rights, and the area, of whoever asks.
create view candidate with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, a.score, a.scorecard, a.main_cause, a.other_causes,
       h.hamlet, h.householder, h.persons, h.labourers,
       exists (select from flag f
               where f.campaign_id = a.campaign_id and f.household_id = a.household_id and f.state = 'CONFIRMED') as vetoed
from assessment a
join household h on h.id = a.household_id
where h.persons > 0
  and (a.round = 'SECOND_VISIT'
       or not exists (select from assessment later
                      where later.campaign_id = a.campaign_id and later.household_id = a.household_id
                        and later.round = 'SECOND_VISIT'));
create index assessment_by_score on assessment (campaign_id, score, household_id);
