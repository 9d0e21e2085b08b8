-- Monitoring of return to poverty (防止返贫监测): who may fall back or fall in, what is done about it, until when.

-- Deadlines and thresholds by place and day, each with its source. Of several the row of the smallest division counts, of
-- those the one that is valid last.
create table monitoring_rule (
  id         bigint  generated always as identity primary key,
  name       text    not null check (name ~ '^[A-Z][A-Z_]*$'),
  division   bigint  not null,
  valid_from date    not null,
  value      bigint  not null check (value between 0 and 100000000),
  unit       text    not null check (unit in ('CALENDAR_DAYS', 'WORKING_DAYS', 'MONTHS', 'YUAN', 'CASES')),
  mark       text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text    not null check (source <> ''),
  loaded_by  text    not null,
  unique (name, division, valid_from, value, unit, source)
);
comment on column monitoring_rule.division is 'The lowest code of the division; 0 is everywhere.';
revoke update, delete on monitoring_rule from "${appRole}";

-- Days that are not what their weekday says: holidays, and Saturdays and Sundays that are worked for them (调休).
create table calendar_day (
  day       date    primary key,
  working   boolean not null,
  mark      text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'LOCAL')),
  source    text    not null check (source <> ''),
  loaded_by text    not null
);

create function monitoring_rule_on(rule text, place bigint, on_day date) returns setof monitoring_rule
language sql stable rows 1 as $$
  select r.* from monitoring_rule r
  where r.name = rule and r.valid_from <= on_day
    and r.division in (0, place / 10000000000 * 10000000000, place / 100000000 * 100000000, place / 1000000 * 1000000)
  order by r.division desc, r.valid_from desc, r.id desc limit 1
$$;

-- The last day of a term. The day on which it begins does not count (Civil Code, article 201).
create function last_day_of_term(since date, length bigint, unit text) returns date language sql stable as $$
  select case unit
    when 'MONTHS' then (since + make_interval(months => length::integer))::date
    when 'WORKING_DAYS' then coalesce((
      select worked.day from (
        select d::date as day, row_number() over (order by d) as n
        from generate_series(since + 1, since + length::integer * 2 + 60, interval '1 day') d
        left join calendar_day k on k.day = d::date
        where coalesce(k.working, extract(isodow from d) < 6)) worked
      where worked.n = length), since)
    else since + length::integer end
$$;

create table monitoring_case (
  id               uuid    primary key,
  household_id     uuid    not null,
  village_code     bigint  not null,
  stage            text    not null default 'LEAD' check (stage in (
    'LEAD', 'VERIFIED', 'APPRAISED', 'NOTICED', 'REVIEWED', 'MONITORED', 'CLOSURE_VISITED', 'CLOSURE_APPRAISED',
    'CLOSURE_NOTICED', 'CLOSURE_REVIEWED', 'CLOSED', 'DISMISSED', 'HANDED_OVER')),
  class            text    check (class in ('UNSTABLE_EXIT', 'EDGE', 'SUDDEN_HARDSHIP')),
  risks            text[]  not null default '{}',
  raised_on        date    not null,
  due_step         text,
  due_on           date,
  due_rule         bigint  references monitoring_rule,
  notice_since     date,
  notice_days      integer check (notice_days between 0 and 60),
  notice_policy    bigint  references policy,
  monitored_on     date,
  document_number  text,
  closure_since    date,
  closure_document text,
  ended_on         date,
  measures         integer not null default 0 check (measures >= 0),
  open_measures    integer not null default 0 check (open_measures between 0 and measures),
  poorer           boolean not null default false,
  return_case      uuid    references transition_case,
  revision         bigint  not null default 1,
  unique (id, village_code),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  check ((ended_on is not null) = (stage in ('CLOSED', 'DISMISSED', 'HANDED_OVER'))),
  check ((due_step is null) = (due_on is null) and (due_on is null or ended_on is null)),
  check (stage in ('LEAD', 'DISMISSED') or class is not null),
  check ((monitored_on is null) = (document_number is null)),
  check (monitored_on is not null or stage in ('LEAD', 'VERIFIED', 'APPRAISED', 'NOTICED', 'REVIEWED', 'DISMISSED')),
  check (stage <> 'CLOSED' or closure_document is not null)
);
comment on column monitoring_case.due_on is 'The last day of the step that is due next, in Asia/Shanghai; null where nothing has a term.';
comment on column monitoring_case.poorer is 'Whether the income of the twelve months before was last seen below the poverty line itself.';
create unique index one_open_monitoring on monitoring_case (household_id) where ended_on is null;
create index monitoring_by_village on monitoring_case (village_code, id);
create index monitoring_by_due on monitoring_case (village_code, due_on) where due_on is not null;
select secure_by_area('monitoring_case', 'village_code');

-- What points to a risk (线索). Leads of one household are one case; a lead alone puts nobody on monitoring.
create table monitoring_lead (
  id            uuid        primary key,
  case_id       uuid        not null,
  household_id  uuid        not null,
  village_code  bigint      not null,
  source        text        not null check (source in ('SELF_REPORT', 'SURVEY', 'HELPER_VISIT', 'DEPARTMENT', 'INCOME')),
  source_key    text        not null,
  risk          text        not null,
  told_by       text        not null check (told_by <> ''),
  told_on       date        not null,
  remark        text,
  figure        bigint,
  rule          bigint      references monitoring_rule,
  line_id       bigint      references poverty_line,
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null,
  constraint one_lead_a_fact unique (source, source_key, risk),
  foreign key (case_id, village_code) references monitoring_case (id, village_code) on update cascade
);
comment on column monitoring_lead.source_key is 'Of what it came from: the visit, the record of the department, the income; a lead comes from it once.';
comment on column monitoring_lead.figure is 'What was compared with the threshold or line: fen, or cases.';
create index monitoring_lead_by_case on monitoring_lead (case_id, id);
create index monitoring_lead_by_village on monitoring_lead (village_code, id);
select secure_by_area('monitoring_lead', 'village_code');
revoke update, delete on monitoring_lead from "${appRole}";

create table monitoring_measure (
  id           uuid    primary key,
  case_id      uuid    not null,
  village_code bigint  not null,
  kind         text    not null,
  content      text    not null check (content <> ''),
  responsible  text    not null check (responsible <> ''),
  due_on       date    not null,
  state        text    not null default 'OPEN' check (state in ('OPEN', 'DONE', 'DROPPED')),
  planned_on   date    not null,
  done_on      date    check (done_on >= planned_on),
  check ((state = 'OPEN') = (done_on is null)),
  check (due_on >= planned_on),
  foreign key (case_id, village_code) references monitoring_case (id, village_code) on update cascade
);
create index monitoring_measure_by_case on monitoring_measure (case_id, id);
select secure_by_area('monitoring_measure', 'village_code');
revoke delete on monitoring_measure from "${appRole}";

create table monitoring_step (
  case_id         uuid        not null,
  seq             integer     not null check (seq >= 1),
  village_code    bigint      not null,
  step            text        not null,
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  remark          text,
  signers         text[]      not null check (cardinality(signers) >= 1),
  evidence        text[]      not null,
  present         integer,
  entitled        integer,
  votes           integer,
  document_number text,
  measure_id      uuid        references monitoring_measure,
  primary key (case_id, seq),
  foreign key (case_id, village_code) references monitoring_case (id, village_code) on update cascade,
  check ((present is null) = (entitled is null) and (present is null) = (votes is null)),
  check (votes between 0 and present and present between 0 and entitled)
);
select secure_by_area('monitoring_step', 'village_code');
revoke update, delete on monitoring_step from "${appRole}";

-- What was computed before a decision, with everything it was computed from.
create table monitoring_judgement (
  case_id      uuid        not null,
  seq          integer     not null check (seq >= 1),
  village_code bigint      not null,
  purpose      text        not null check (purpose in ('IDENTIFICATION', 'CLOSURE')),
  judged_at    timestamptz not null,
  content      text        not null,
  primary key (case_id, seq),
  foreign key (case_id, village_code) references monitoring_case (id, village_code) on update cascade
);
comment on column monitoring_judgement.content is 'JSON; text, so that not one character of it can change.';
select secure_by_area('monitoring_judgement', 'village_code');
revoke update, delete on monitoring_judgement from "${appRole}";

-- What departments tell of people: hospital bills, drop-outs, losses, lost jobs. Of the id number only its keyed hash.
create table risk_record (
  id          uuid   not null unique default uuidv7(),
  id_hash     bytea  not null,
  kind        text   not null check (kind in ('HOSPITAL_COST', 'DROP_OUT', 'DISASTER_LOSS', 'JOB_LOSS')),
  occurred_on date   not null,
  fact        text   not null check (fact <> ''),
  value_fen   bigint check (value_fen >= 0),
  area_from   bigint not null,
  area_to     bigint not null check (area_to >= area_from),
  primary key (id_hash, kind, occurred_on, fact, area_from, area_to)
);
alter table risk_record enable row level security;
create policy overlapping_areas on risk_record using (
  area_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and area_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);

create table staged_risk_record (
  import_id uuid not null,
  line bigint not null,
  fact text not null,
  occurred_on date not null,
  value_fen bigint,
  kind text,
  id_hash bytea,
  area_from bigint,
  area_to bigint,
  primary key (import_id, line)
);
select staging_table('staged_risk_record');

-- pairing-service: what helpers saw when they visited. A visit is a fact of its own and never changes.
create table observed_visit (
  visit_id     uuid   primary key,
  household_id uuid   not null,
  village_code bigint not null,
  helper_id    uuid   not null,
  helper_name  text   not null,
  visited_on   date   not null,
  risks        text[] not null
);
create index observed_visit_by_household on observed_visit (household_id, visited_on);
select secure_by_area('observed_visit', 'village_code');
