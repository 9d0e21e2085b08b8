-- Alerts: facts that should not be, each with figures, an owner and a deadline.

create table alert (
  id           uuid    primary key,
  kind         text    not null check (kind in ('IDLE_MONEY', 'OVERDUE_RATE', 'LOAN_MISUSE', 'USE_UNCHECKED', 'IDLE_POOL',
                                                'UNUSED_FUND', 'STUDENT_UNPAID', 'DUPLICATE_BENEFIT', 'INELIGIBLE_BENEFIT',
                                                'NEGATIVE_LIST', 'SPLIT_PROJECT', 'UNDISCLOSED_PROJECT',
                                                'UNDISCLOSED_PAYMENTS')),
  key          text    not null,
  county       bigint  not null check (county % 1000000 = 0),
  division     bigint  not null,
  rule_version text    not null,
  facts        text[]  not null,
  ids          uuid[]  not null,
  state        text    not null check (state in ('OPEN', 'ASSIGNED', 'EXPLAINED', 'CLOSED', 'CLEARED')),
  owner_role   text    not null,
  owner        text    check (length(owner) between 1 and 200),
  raised_on    date    not null,
  changed_on   date    not null,
  deadline     date    not null,
  ended_on     date,
  version      bigint  not null default 0,
  check ((state in ('CLOSED', 'CLEARED')) = (ended_on is not null)),
  check (state <> 'ASSIGNED' or owner is not null)
);
comment on column alert.key is 'What it is about: of one kind there is one alert under way for each key.';
comment on column alert.facts is 'Figures as name=value; never a name of a person.';
create unique index alert_under_way on alert (kind, key) where state in ('OPEN', 'ASSIGNED', 'EXPLAINED');
create index alert_closed on alert (kind, key) where state = 'CLOSED';
create index alert_by_division on alert (division, id);
select secure_by_area('alert', 'division');
revoke delete, truncate on alert from "${appRole}";

-- What a scan found, until it is compared with the alerts that there are.
create unlogged table alert_finding (
  scan         uuid   not null,
  kind         text   not null,
  key          text   not null,
  county       bigint not null,
  division     bigint not null,
  facts        text[] not null,
  ids          uuid[] not null,
  primary key (scan, kind, key)
);
select secure_by_area('alert_finding', 'division');
