-- Lists of vetoes (一票否决清单) with their exceptions, as rows: what ships with the service is put in when it starts,
-- regions and administrators load more. A version never changes.
create table veto_list (
  version    text   primary key check (version ~ '^[A-Z0-9-]{3,40}$'),
  division   bigint not null,
  valid_from date   not null,
  mark       text   not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source     text   not null check (source <> ''),
  loaded_by  text   not null
);
create table veto (
  list            text     not null references veto_list,
  number          smallint not null check (number >= 1),
  code            text     not null check (code ~ '^[A-Z][A-Z_]*$'),
  name_zh         text     not null check (name_zh <> ''),
  name_en         text     not null check (name_en <> ''),
  asset_source    text     check (asset_source in ('VEHICLE', 'HOUSING', 'COMPANY', 'PAYROLL')),
  least_value_fen bigint   not null check (least_value_fen >= 0),
  mark            text     not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source          text     not null check (source <> ''),
  primary key (list, code),
  unique (list, number),
  unique (list, asset_source)
);
create table veto_exception (
  list    text     not null references veto_list,
  number  smallint not null check (number >= 1),
  code    text     not null check (code ~ '^[A-Z][A-Z_]*$'),
  veto    text,
  rule    text     not null check (rule in ('AFTER_POINT_IN_TIME', 'AFTER_REGISTRATION', 'BELOW_VALUE', 'STATED')),
  name_zh text     not null check (name_zh <> ''),
  name_en text     not null check (name_en <> ''),
  mark    text     not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source  text     not null check (source <> ''),
  primary key (list, code),
  unique (list, number),
  foreign key (list, veto) references veto (list, code)
);
comment on column veto_exception.number is 'Of several that hold of a fact the lowest number counts.';
comment on column veto_exception.veto is 'Null when it excepts from every veto of the list.';
revoke update, delete on veto_list, veto, veto_exception from "${appRole}";

-- How old the departments' data may be and how much of a county they must cover, by place and year. The row of the
-- smallest division that contains the county wins, of those the one for the year, then the youngest.
create table screening_policy (
  id                      bigint   generated always as identity primary key,
  division                bigint   not null,
  year                    integer  check (year between 2013 and 2100),
  warn_age_days           integer  not null check (warn_age_days >= 0),
  refuse_age_days         integer  check (refuse_age_days >= warn_age_days),
  warn_coverage_percent   smallint not null check (warn_coverage_percent between 0 and 100),
  refuse_coverage_percent smallint check (refuse_coverage_percent between 1 and warn_coverage_percent),
  mark                    text     not null check (mark in ('PUBLIC', 'ASSUMPTION', 'LOCAL')),
  source                  text     not null check (source <> ''),
  set_by                  text     not null
);
comment on column screening_policy.division is 'The lowest code of the division; 0 is everywhere.';
comment on column screening_policy.refuse_age_days is 'Null: never refused, only warned.';
insert into screening_policy (division, year, warn_age_days, refuse_age_days, warn_coverage_percent,
                              refuse_coverage_percent, mark, source, set_by)
values (0, null, 90, null, 95, null, 'ASSUMPTION', 'no published limit was found: a quarter of a year, and nearly everybody', 'the service');
revoke update, delete on screening_policy from "${appRole}";

-- A delivery (数据批次) of a department: whose data, as of which day, for which divisions.
create table dataset (
  id           uuid        primary key,
  source       text        not null check (source in ('VEHICLE', 'HOUSING', 'COMPANY', 'PAYROLL')),
  as_of        date        not null,
  received_at  timestamptz not null,
  period_from  date,
  period_to    date        check (period_to >= period_from),
  area_from    bigint      not null,
  area_to      bigint      not null check (area_to >= area_from),
  records      bigint      not null default 0 check (records >= 0),
  matched      bigint      not null default 0 check (matched between 0 and records),
  delivered_by text        not null,
  unique (source, as_of, area_from, area_to)
);
comment on column dataset.area_from is 'The area for which it was delivered, which is that of who delivered it.';
comment on column dataset.matched is 'Records of people who were members of a household when they were delivered.';
create table dataset_area (
  dataset_id uuid   not null references dataset,
  area_from  bigint not null,
  area_to    bigint not null check (area_to >= area_from),
  primary key (dataset_id, area_from, area_to)
);
comment on table dataset_area is 'The divisions that the delivery covers whole.';
alter table dataset enable row level security;
create policy overlapping_areas on dataset using (
  area_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and area_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
alter table dataset_area enable row level security;
create policy overlapping_areas on dataset_area using (
  area_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and area_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);

alter table asset_record add column dataset_id uuid references dataset;
comment on column asset_record.dataset_id is 'The delivery that told it last; null when it came before deliveries were kept.';
create index asset_record_by_dataset on asset_record (dataset_id);
create index asset_record_by_source on asset_record (source);
alter table staged_asset_record add column as_of date;

-- A matching of the departments' records, with a campaign's households or with the register, and what data it had.
create table screening (
  id           uuid        primary key,
  campaign_id  uuid        references campaign,
  county       bigint      not null check (county % 1000000 = 0),
  veto_list    text        not null references veto_list,
  day          date        not null,
  policy       bigint      not null references screening_policy,
  ordered_by   text        not null,
  ordered_name text        not null,
  ordered_at   timestamptz not null,
  finished_at  timestamptz,
  found        bigint,
  lapsed       bigint,
  check ((finished_at is null) = (found is null) and (found is null) = (lapsed is null))
);
comment on column screening.campaign_id is 'Null: a check of who is on the register (错评核查).';
comment on column screening.day is 'On which the data''s age is judged: the campaign''s point in time, or the day of the order.';
create index screening_by_county on screening (county, id);
create table screening_source (
  screening_id    uuid    not null references screening,
  county          bigint  not null,
  source          text    not null,
  datasets        uuid[]  not null,
  age_days        integer check (age_days >= 0),
  persons         bigint  not null,
  persons_fresh   bigint  not null,
  persons_usable  bigint  not null,
  shortcomings    text[]  not null,
  primary key (screening_id, source)
);
comment on column screening_source.persons_fresh is 'Persons of the county covered by data younger than the policy warns of; usable: than it refuses.';
alter table screening enable row level security;
alter table screening_source enable row level security;
create policy the_county_and_below_read on screening for select using (
  county <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and county + 999999 >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_county_inserts on screening for insert with check (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy the_county_updates on screening for update using (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy the_county_and_below_read on screening_source for select using (
  county <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and county + 999999 >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_county_inserts on screening_source for insert with check (
  county between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);

-- Flags of the register beside those of campaigns; why one was dismissed; and from which record a match came, so that
-- what was found to be somebody else's is not raised again.
alter table flag
  alter column campaign_id drop not null,
  add column screening_id  uuid references screening,
  add column dataset_id    uuid references dataset,
  add column id_hash       bytea,
  add column registered_on date,
  add column ground        text check (ground in ('FALSE_MATCH', 'EXCEPTION', 'FACT_DIFFERS')),
  drop constraint flag_exception_check,
  drop constraint flag_state_check,
  drop constraint flag_check,
  drop constraint one_flag_a_fact;
update flag set ground = 'FACT_DIFFERS' where state = 'DISMISSED';
update flag f set id_hash = m.id_hash from member m where m.id = f.member_id and f.source <> 'VISIT';
alter table flag
  add constraint flag_state_check check (state in ('OPEN', 'NOTED', 'CONFIRMED', 'DISMISSED', 'LAPSED')),
  add constraint dismissed_with_its_ground check ((state = 'DISMISSED') = (ground is not null)),
  add constraint excepted_with_its_exception check (
    (exception is not null) = (state = 'NOTED' or ground is not distinct from 'EXCEPTION')),
  add constraint sighting_of_a_campaign check (source <> 'VISIT' or campaign_id is not null),
  add constraint matched_record_stays_known check (source <> 'VISIT' or ground is distinct from 'FALSE_MATCH');
create unique index one_flag_a_fact on flag (campaign_id, member_id, source, effective_on, fact, id_hash)
  nulls not distinct where source <> 'VISIT';
create index flag_false_match on flag (member_id, source, effective_on) where ground = 'FALSE_MATCH';
comment on column flag.campaign_id is 'Null for a flag of somebody on the register.';
comment on column flag.exception is 'Code of the exception of the list by which the fact is no veto; seen by the matching (NOTED) or stated by the second check.';
comment on column flag.registered_on is 'When the household came onto the register, as the matching of the register compared it.';
comment on column flag.id_hash is 'Of the record, as it matched; another than the member''s now when that was corrected.';

alter table staged_flag_resolution add column ground text, add column exception text;
