-- Assets built by fund money, their shares with all history, dividends, and the operator's duty to keep the value.

create table asset_rule (
  version    text    not null check (length(version) between 1 and 60),
  rule       text    not null check (rule in ('FLOOR_RATE_MINIMUM', 'NOTICE_DAYS', 'MAKE_GOOD_MONTHS', 'VALUATION_MONTHS')),
  division   bigint  not null,
  valid_from date    not null,
  valid_to   date    check (valid_to >= valid_from),
  value      integer not null check (value >= 0),
  mark       text    not null check (mark in ('SEED', 'PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text    not null check (length(source) between 1 and 500),
  loaded_by  text    not null,
  primary key (rule, version)
);
comment on table asset_rule is 'Dated numbers; a version never changes. division 0 holds everywhere.';
revoke update, delete, truncate on asset_rule from "${appRole}";

create table asset (
  id              uuid        primary key,
  division        bigint      not null,
  county          bigint      not null check (county = division / 1000000 * 1000000),
  name            text        not null check (length(name) between 1 and 200),
  kind            text        not null,
  purpose         text        not null check (length(purpose) between 1 and 500),
  project_id      uuid,
  source_id       uuid        not null references source (id),
  year            integer     not null check (year between 1986 and 2100),
  value_fen       bigint      not null check (value_fen > 0),
  operator_name   text        not null check (length(operator_name) between 1 and 200),
  operator_code   text        not null check (operator_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  starts_on       date        not null,
  ends_on         date        not null check (ends_on > starts_on),
  floor_rate      integer     not null check (floor_rate between 0 and 10000),
  profit_share    integer     not null check (profit_share between 0 and 10000),
  day_count       text        not null check (day_count in ('ACTUAL', 'DAYS_365', 'DAYS_360')),
  leaves_on_exit  boolean     not null,
  floor_rule      text        not null,
  document_number text        not null check (length(document_number) between 1 and 100),
  created_by      text        not null,
  created_at      timestamptz not null,
  version         bigint      not null
);
comment on column asset.purpose is 'The use (用途), which must not change.';
comment on column asset.floor_rate is 'Ten-thousandths of the value a year.';
comment on column asset.floor_rule is 'The version of FLOOR_RATE_MINIMUM that the contract was held against.';
create index asset_by_division on asset (division, id);
select secure_by_area('asset', 'division');

create table share_assignment (
  id              uuid    primary key,
  asset_id        uuid    not null references asset (id),
  division        bigint  not null,
  kind            text    not null check (kind in ('INITIAL', 'RETURN', 'REASSIGNMENT')),
  mode            text    not null check (mode in ('EQUAL', 'WEIGHTED', 'LISTED')),
  effective_on    date    not null,
  collective      bigint  not null,
  amount_fen      bigint  not null check (amount_fen >= 0),
  remainder_fen   bigint  not null check (remainder_fen >= 0),
  unit_fen        bigint  not null check (unit_fen > 0),
  minimum_fen     bigint  not null check (minimum_fen >= 0),
  waiting         integer not null check (waiting >= 0),
  document_number text    not null check (length(document_number) between 1 and 100),
  stage           text    not null check (stage in ('PLANNED', 'REVIEWED', 'EFFECTIVE', 'DROPPED')),
  version         bigint  not null
);
comment on column share_assignment.collective is 'The village whose collective takes what the units cannot divide.';
create index share_assignment_by_asset on share_assignment (asset_id, id);
select secure_by_area('share_assignment', 'division');
revoke delete on share_assignment from "${appRole}";

create table share_assignment_line (
  assignment_id uuid   not null references share_assignment (id),
  village_code  bigint not null,
  household_id  uuid,
  amount_fen    bigint not null check (amount_fen > 0),
  unique nulls not distinct (assignment_id, village_code, household_id)
);
select secure_by_area('share_assignment_line', 'village_code');

create table asset_share (
  id           uuid   primary key,
  asset_id     uuid   not null references asset (id),
  village_code bigint not null,
  household_id uuid,
  amount_fen   bigint not null check (amount_fen > 0),
  since        date   not null,
  until        date   check (until > since),
  opened_by    uuid   not null references share_assignment (id),
  closed_by    uuid   references share_assignment (id),
  check ((until is null) = (closed_by is null))
);
comment on table asset_share is 'Never overwritten: a share ends and others begin. Without a household it is the collective''s.';
comment on column asset_share.until is 'First day on which it is not held any more.';
create index asset_share_by_asset on asset_share (asset_id, village_code, household_id, id);
create index asset_share_by_household on asset_share (household_id);
select secure_by_area('asset_share', 'village_code');
revoke update, delete, truncate on asset_share from "${appRole}";
grant update (until, closed_by) on asset_share to "${appRole}";

create function share_ends_once() returns trigger language plpgsql as $$
begin
  if old.until is not null then
    raise exception 'A share that has ended stays as it is' using errcode = 'check_violation', constraint = 'share_ends_once';
  end if;
  return new;
end $$;
create trigger share_ends_once before update on asset_share for each row execute function share_ends_once();

create table share_assignment_end (
  assignment_id uuid   not null references share_assignment (id),
  share_id      uuid   not null references asset_share (id),
  village_code  bigint not null,
  reason        text   not null check (reason in ('EXITED', 'REMOVED', 'DIED', 'MOVED_AWAY', 'REASSIGNED')),
  primary key (assignment_id, share_id)
);
select secure_by_area('share_assignment_end', 'village_code');

create table staging_asset_share (
  import_id uuid not null,
  line bigint not null,
  assignment_id uuid not null,
  village_code bigint not null,
  household_id uuid,
  amount bigint not null,
  primary key (import_id, line)
);
select staging_table('staging_asset_share');

create table dividend (
  id              uuid    primary key,
  asset_id        uuid    not null references asset (id),
  division        bigint  not null,
  year            integer not null,
  from_on         date    not null,
  to_on           date    not null check (to_on >= from_on),
  profit_fen      bigint  not null,
  floor_rate      integer not null,
  profit_share    integer not null,
  day_count       text    not null,
  floor_fen       bigint  not null check (floor_fen >= 0),
  dividend_fen    bigint  not null check (dividend_fen >= 0),
  document_number text    not null check (length(document_number) between 1 and 100),
  stage           text    not null
                          check (stage in ('PLANNED', 'REVIEWED', 'NOTICED', 'APPROVED', 'PAID', 'CANCELLED')),
  notice_days     integer not null check (notice_days >= 0),
  notice_rule     text    not null,
  noticed_on      date,
  entry_id        uuid    references journal_entry (id),
  paid_entry_id   uuid    references journal_entry (id),
  paid_on         date,
  version         bigint  not null,
  check (year = extract(year from from_on) and year = extract(year from to_on)),
  check ((stage in ('APPROVED', 'PAID')) <= (entry_id is not null)),
  check ((stage = 'PAID') = (paid_on is not null))
);
create unique index dividend_once on dividend (asset_id, from_on) where stage <> 'CANCELLED';
create index dividend_by_division on dividend (division, id);
select secure_by_area('dividend', 'division');
revoke delete on dividend from "${appRole}";

create table dividend_line (
  id           uuid    primary key,
  dividend_id  uuid    not null references dividend (id),
  village_code bigint  not null,
  household_id uuid,
  share_days   numeric not null check (share_days > 0),
  floor_fen    bigint  not null check (floor_fen >= 0),
  dividend_fen bigint  not null check (dividend_fen >= 0),
  unique nulls not distinct (dividend_id, village_code, household_id)
);
create index dividend_line_by_household on dividend_line (household_id);
select secure_by_area('dividend_line', 'village_code');
revoke update, delete on dividend_line from "${appRole}";

create table asset_valuation (
  id              uuid        primary key,
  asset_id        uuid        not null references asset (id),
  division        bigint      not null,
  valued_on       date        not null,
  value_fen       bigint      not null check (value_fen >= 0),
  appraiser       text        not null check (length(appraiser) between 1 and 200),
  document_number text        not null check (length(document_number) between 1 and 100),
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  unique (asset_id, valued_on)
);
select secure_by_area('asset_valuation', 'division');
revoke update, delete on asset_valuation from "${appRole}";

create table asset_obligation (
  id            uuid   primary key,
  valuation_id  uuid   not null unique references asset_valuation (id),
  asset_id      uuid   not null references asset (id),
  division      bigint not null,
  shortfall_fen bigint not null check (shortfall_fen > 0),
  due_on        date   not null,
  rule          text   not null,
  made_good_fen bigint not null default 0 check (made_good_fen between 0 and shortfall_fen)
);
comment on table asset_obligation is 'What the operator owes because the value fell below what the fund put in.';
create index asset_obligation_by_division on asset_obligation (division, id);
select secure_by_area('asset_obligation', 'division');
revoke update, delete on asset_obligation from "${appRole}";
grant update (made_good_fen) on asset_obligation to "${appRole}";

create table asset_settlement (
  id              uuid        primary key,
  obligation_id   uuid        not null references asset_obligation (id),
  division        bigint      not null,
  amount_fen      bigint      not null check (amount_fen > 0),
  settled_on      date        not null,
  document_number text        not null check (length(document_number) between 1 and 100),
  recorded_by     text        not null,
  recorded_at     timestamptz not null
);
select secure_by_area('asset_settlement', 'division');
revoke update, delete on asset_settlement from "${appRole}";

-- Lines stand still once a second person has checked them.
create function assignment_lines_are_open() returns trigger language plpgsql as $$
begin
  if not exists (select from share_assignment a where a.id = new.assignment_id and a.stage = 'PLANNED' for share) then
    raise exception 'Lines of an assignment change only while it is planned'
      using errcode = 'check_violation', constraint = 'assignment_lines_are_open';
  end if;
  return new;
end $$;
create trigger assignment_lines_are_open before insert or update on share_assignment_line
  for each row execute function assignment_lines_are_open();
revoke delete on share_assignment_line from "${appRole}";
