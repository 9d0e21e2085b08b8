-- Funds: what they may be used for, who is a member, what they gave and lent. What they hold stands in the ledger.

create table fund_rule (
  version        text    not null check (length(version) between 1 and 60),
  kind           text    not null check (kind in ('EDUCATION_AID', 'MEDICAL_AID', 'CREDIT_RISK_SHARING', 'INDUSTRY_SUPPORT',
                                                  'SPECIAL_HELP', 'MUTUAL_AID', 'COLLECTIVE_STARTUP')),
  purpose        text    not null,
  division       bigint  not null,
  valid_from     date    not null,
  valid_to       date    check (valid_to >= valid_from),
  form           text    not null check (form in ('GRANT', 'LOAN')),
  receiver       text    not null check (receiver in ('HOUSEHOLD', 'VILLAGE')),
  minimum_fen    bigint  not null check (minimum_fen >= 0),
  cap_fen        bigint  not null check (cap_fen >= minimum_fen),
  above_cap_fen  bigint  not null check (above_cap_fen >= cap_fen),
  covered        integer not null check (covered between 0 and 10000),
  months         integer not null check (months between 0 and 120),
  fee_rate       integer not null check (fee_rate between 0 and 10000),
  guarantors     integer not null check (guarantors between 0 and 10),
  members_only   boolean not null,
  exhausted      text[]  not null,
  evidence       text[]  not null,
  fund_size_fen  bigint  not null check (fund_size_fen >= 0),
  mark           text    not null check (mark in ('SEED', 'PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source         text    not null check (length(source) between 1 and 500),
  loaded_by      text    not null,
  primary key (kind, purpose, version),
  check ((form = 'LOAN') = (months > 0))
);
comment on table fund_rule is 'Rules of use, dated; a version never changes. division 0 holds everywhere.';
comment on column fund_rule.above_cap_fen is 'The most that the county may approve above the cap.';
comment on column fund_rule.covered is 'Of the applicant''s own payment at most so many ten-thousandths; the rest is his own share.';
comment on column fund_rule.exhausted is 'Other aid that must have been used first.';
revoke update, delete, truncate on fund_rule from "${appRole}";

create table fund (
  id              uuid        primary key,
  division        bigint      not null,
  county          bigint      not null check (county = division / 1000000 * 1000000),
  kind            text        not null,
  name            text        not null check (length(name) between 1 and 200),
  founded_on      date        not null,
  document_number text        not null check (length(document_number) between 1 and 100),
  created_by      text        not null,
  created_at      timestamptz not null,
  version         bigint      not null,
  unique (division, kind, name)
);
create index fund_by_division on fund (division, id);
select secure_by_area('fund', 'division');

-- What went in and out, by source and year, beside the ledger's entries that booked it.
create table fund_movement (
  id         uuid        primary key,
  fund_id    uuid        not null references fund (id),
  division   bigint      not null,
  kind       text        not null check (kind in ('CONTRIBUTION', 'DUES', 'DONATION', 'GRANT', 'LOAN', 'REPAYMENT', 'FEE', 'RETURN')),
  source_id  uuid        not null references source (id),
  year       integer     not null check (year between 1986 and 2100),
  amount_fen bigint      not null check (amount_fen <> 0),
  aid_id     uuid,
  entry_id   uuid        not null references journal_entry (id),
  moved_on   date        not null,
  memo       text        not null check (length(memo) <= 200),
  check ((kind in ('GRANT', 'LOAN', 'RETURN')) = (amount_fen < 0)),
  check ((kind in ('GRANT', 'LOAN', 'REPAYMENT', 'FEE')) = (aid_id is not null))
);
create index fund_movement_by_fund on fund_movement (fund_id, id);
create index fund_movement_by_aid on fund_movement (aid_id);
select secure_by_area('fund_movement', 'division');
revoke update, delete on fund_movement from "${appRole}";

create table fund_member (
  fund_id      uuid    not null references fund (id),
  household_id uuid    not null,
  village_code bigint  not null,
  group_number integer not null check (group_number between 1 and 1000),
  joined_on    date    not null,
  left_on      date    check (left_on > joined_on),
  primary key (fund_id, household_id, joined_on)
);
create unique index fund_member_once on fund_member (fund_id, household_id) where left_on is null;
comment on column fund_member.group_number is 'Members of a group vouch for each other (联保小组).';
select secure_by_area('fund_member', 'village_code');
revoke update, delete on fund_member from "${appRole}";
grant update (left_on) on fund_member to "${appRole}";

create table fund_aid (
  id            uuid    primary key,
  fund_id       uuid    not null references fund (id),
  division      bigint  not null,
  form          text    not null check (form in ('GRANT', 'LOAN')),
  purpose       text    not null,
  village_code  bigint  not null,
  household_id  uuid,
  person_id     uuid,
  amount_fen    bigint  not null check (amount_fen > 0),
  cost_fen      bigint  not null check (cost_fen >= 0),
  year          integer not null check (year between 1986 and 2100),
  applied_on    date    not null,
  months        integer not null check (months >= 0),
  fee_rate      integer not null check (fee_rate >= 0),
  evidence      text[]  not null,
  guarantors    uuid[]  not null,
  rule_version  text    not null,
  above_cap     boolean not null,
  stage         text    not null check (stage in ('APPLIED', 'VERIFIED', 'REVIEWED', 'APPROVED', 'PAID', 'SETTLED',
                                                  'WRITTEN_OFF', 'REJECTED')),
  paid_on       date,
  due_on        date    check (due_on > paid_on),
  repaid_fen    bigint  not null default 0 check (repaid_fen between 0 and amount_fen),
  version       bigint  not null,
  check ((stage in ('PAID', 'SETTLED', 'WRITTEN_OFF')) = (paid_on is not null)),
  check ((form = 'LOAN' and paid_on is not null) = (due_on is not null)),
  check (form = 'LOAN' or (stage not in ('SETTLED', 'WRITTEN_OFF') and repaid_fen = 0)),
  check ((stage = 'SETTLED') <= (repaid_fen = amount_fen))
);
create index fund_aid_by_fund on fund_aid (fund_id, id);
create index fund_aid_by_household on fund_aid (household_id);
select secure_by_area('fund_aid', 'village_code');
revoke delete on fund_aid from "${appRole}";

create table fund_other_aid (
  aid_id     uuid   not null references fund_aid (id),
  code       text   not null,
  outcome    text   not null check (outcome in ('RECEIVED', 'REFUSED', 'NOT_ENTITLED')),
  amount_fen bigint not null check (amount_fen >= 0),
  evidence   text   not null check (length(evidence) between 1 and 200),
  primary key (aid_id, code),
  check (outcome = 'RECEIVED' or amount_fen = 0)
);
comment on table fund_other_aid is 'What the applicant says of other aid, with the evidence; seen by whoever sees the aid.';
alter table fund_other_aid enable row level security;
create policy aid on fund_other_aid using (exists (select from fund_aid a where a.id = aid_id));
revoke update, delete on fund_other_aid from "${appRole}";
