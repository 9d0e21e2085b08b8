-- Return, roll-back and removal (返贫、回退、错评剔除): three different ways off a status, each with gates of its own.
create table transition_case (
  id              uuid        primary key,
  household_id    uuid        not null references register_entry,
  village_code    bigint      not null,
  kind            text        not null check (kind in ('RETURN', 'ROLL_BACK', 'REMOVE')),
  stage           text        not null default 'PROPOSED' check (stage in (
    'PROPOSED', 'VISITED', 'INVESTIGATED', 'VERIFIED', 'HEARD', 'APPRAISED', 'NOTICED', 'REVIEWED', 'APPLIED',
    'REJECTED')),
  year            integer     not null check (year between 2014 and 2100),
  reason          text        not null check (reason <> ''),
  evidence        text[]      not null,
  campaign_id     uuid        references campaign,
  proposed_by     text        not null,
  proposed_name   text        not null,
  proposed_at     timestamptz not null,
  notice_since    date,
  notice_days     integer     check (notice_days between 0 and 60),
  notice_policy   bigint      references policy,
  document_number text,
  applied_on      date,
  revision        bigint      not null default 1,
  unique (id, village_code),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  check ((stage = 'APPLIED') = (applied_on is not null)),
  check (stage <> 'APPLIED' or document_number is not null),
  check (stage <> 'NOTICED' or (notice_since is not null and notice_days is not null))
);
comment on column transition_case.campaign_id is 'The campaign that found an exited household poor again, which proposes its return (应纳入尽纳入); null when an officer proposed.';
comment on column transition_case.year is 'For which it holds, for example the year in which the household fell back.';
create unique index one_open_transition on transition_case (household_id) where stage not in ('APPLIED', 'REJECTED');
create index transition_by_village on transition_case (village_code, id);
create index transition_by_household on transition_case (household_id, id);
select secure_by_area('transition_case', 'village_code');

create table transition_step (
  case_id         uuid        not null,
  seq             integer     not null check (seq >= 1),
  village_code    bigint      not null,
  gate            text        not null,
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  remark          text,
  signers         text[]      not null check (cardinality(signers) >= 1),
  present         integer,
  entitled        integer,
  votes           integer,
  document_number text,
  primary key (case_id, seq),
  foreign key (case_id, village_code) references transition_case (id, village_code) on update cascade,
  check ((present is null) = (entitled is null) and (present is null) = (votes is null)),
  check (votes between 0 and present and present between 0 and entitled)
);
select secure_by_area('transition_step', 'village_code');
revoke update, delete on transition_step from "${appRole}";

-- Why and since when a household is on the register: identified first, newly found poor later, or fallen back.
alter table register_entry
  add column entry text not null default 'IDENTIFIED' check (entry in ('IDENTIFIED', 'NEW', 'RETURNED')),
  add column entry_year integer;
update register_entry set entry_year = year;
alter table register_entry alter column entry_year set not null;

-- Who lives on the minimum allowance (低保) or is supported as destitute (五保、特困), as the civil affairs departments tell.
create table assistance_record (
  id_hash    bytea  not null,
  assistance text   not null check (assistance in ('MINIMUM_ALLOWANCE', 'FIVE_GUARANTEES')),
  valid_from date   not null,
  valid_to   date   check (valid_to >= valid_from),
  area_from  bigint not null,
  area_to    bigint not null check (area_to >= area_from),
  primary key (id_hash, assistance, valid_from, area_from, area_to)
);
comment on column assistance_record.id_hash is 'Keyed hash of the id number; the number itself is not kept.';
alter table assistance_record enable row level security;
create policy overlapping_areas on assistance_record using (
  area_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and area_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);

create table staged_assistance_record (
  import_id uuid not null,
  line bigint not null,
  assistance text not null,
  valid_from date not null,
  valid_to date,
  id_hash bytea,
  area_from bigint,
  area_to bigint,
  primary key (import_id, line)
);
select staging_table('staged_assistance_record');

-- The attribute of a poor household (national form, item A2): who is supported as destitute, else who is on the minimum
-- allowance, with or without somebody able to work.
create function register_attribute(household uuid, day date) returns text language sql stable as $$
  select case
    when bool_or(r.assistance = 'FIVE_GUARANTEES') then 'FIVE_GUARANTEES'
    when not bool_or(r.assistance = 'MINIMUM_ALLOWANCE') or count(r.assistance) = 0 then 'GENERAL'
    when bool_or(m.labour in ('ORDINARY', 'SKILLED')) then 'LOW_INCOME_ASSISTED_POOR'
    else 'LOW_INCOME_ASSISTED' end
  from member m
  left join assistance_record r
    on r.id_hash = m.id_hash and r.valid_from <= day and (r.valid_to is null or r.valid_to >= day)
  where m.household_id = household
$$;
