-- Allocation over divisions of any level, by factors of the register or of tables, with incentives; by fixed standards; by
-- competition. The parameters that are of one mode alone are null in the others.

alter table allocation_plan drop constraint allocation_plan_mode_check;
alter table allocation_plan
  add constraint allocation_plan_mode_check check (mode in ('FACTOR', 'COMPETITIVE', 'FIXED_STANDARD')),
  add column receiver_level   text    not null default 'VILLAGE'
                                      check (receiver_level in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
  add column cap_per_head_fen bigint  check (cap_per_head_fen > 0),
  add column heads            text,
  add column reserve          integer not null default 0 check (reserve between 0 and 9999),
  add column incentive_set    text,
  add column evaluation_year  integer check (evaluation_year between 1986 and 2100),
  add column standard         text,
  add column rate_fen         bigint  check (rate_fen > 0),
  add column criteria_set     text,
  add column minimum_score    integer check (minimum_score between 0 and 10000),
  add check ((cap_per_head_fen is null) = (heads is null)),
  add check ((mode = 'FIXED_STANDARD') = (rate_fen is not null)),
  add check ((mode = 'COMPETITIVE') = (criteria_set is not null and minimum_score is not null));
alter table allocation_plan alter column receiver_level drop default, alter column reserve drop default;
comment on column allocation_plan.county is 'The county, city or region that divides.';
comment on column allocation_plan.reserve is 'Basis points of the amount, set aside for rewards.';

create table factor_table (
  id              uuid        primary key,
  area            bigint      not null,
  name            text        not null check (length(name) between 1 and 200),
  unit            text        not null check (length(unit) between 1 and 50),
  year            integer     not null check (year between 1986 and 2100),
  document_number text        not null check (length(document_number) between 1 and 100),
  issued_on       date        not null,
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  version         bigint      not null,
  unique (area, year, name)
);
comment on table factor_table is 'A factor whose values an officer loads, with the document behind them.';
select secure_by_area('factor_table', 'area');

create table factor_value (
  table_id uuid   not null references factor_table (id),
  division bigint not null,
  value    bigint not null check (value between 0 and 1000000000000),
  primary key (table_id, division)
);
select secure_by_area('factor_value', 'division');

create table staged_factor_value (
  import_id uuid not null,
  line bigint not null,
  table_id uuid not null,
  division bigint not null,
  value bigint,
  primary key (import_id, line)
);
select staging_table('staged_factor_value');

alter table allocation_factor
  drop constraint allocation_factor_plan_id_factor_key,
  add column table_id uuid references factor_table (id),
  add check ((factor = 'TABLE') = (table_id is not null)),
  add constraint allocation_factor_once unique nulls not distinct (plan_id, factor, table_id);

create table allocation_incentive (
  plan_id         uuid    not null references allocation_plan (id),
  division        bigint  not null,
  deduction       integer not null check (deduction between 0 and 10000),
  reward          integer not null check (reward between 0 and 10000),
  reason          text    not null check (length(reason) between 1 and 500),
  document_number text    not null check (length(document_number) between 1 and 100),
  primary key (plan_id, division),
  check (deduction = 0 or reward = 0)
);

create table allocation_kind_cap (
  plan_id uuid   not null references allocation_plan (id),
  kind    text   not null,
  cap_fen bigint not null check (cap_fen > 0),
  primary key (plan_id, kind)
);

alter table allocation_share
  drop constraint allocation_share_check,
  add column deduction_rate     integer not null default 0 check (deduction_rate between 0 and 10000),
  add column reward_rate        integer not null default 0 check (reward_rate between 0 and 10000),
  add column heads              bigint  check (heads >= 0),
  add column why                text    not null default '',
  add column deduction_fen      bigint  not null default 0 check (deduction_fen >= 0),
  add column reward_fen         bigint  not null default 0 check (reward_fen >= 0),
  add column redistribution_fen bigint  not null default 0 check (redistribution_fen >= 0),
  add constraint allocation_share_explains_itself check (
    amount_fen = sum_of(part_fen) + adjustment_fen + rounding_fen - deduction_fen + reward_fen + redistribution_fen);

-- What competes for a plan's money. The frozen score and what became of it are written by the computation.
create table allocation_proposal (
  plan_id         uuid        not null references allocation_plan (id),
  id              uuid        not null,
  division        bigint      not null,
  title           text        not null check (length(title) between 1 and 200),
  kind            text        not null,
  cost_fen        bigint      not null check (cost_fen > 0),
  must_fund       boolean     not null,
  exclusive_group text        check (length(exclusive_group) between 1 and 50),
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  version         bigint      not null,
  score           integer     check (score between 0 and 10000),
  funded          boolean,
  refused_by      text[]      not null default '{}',
  price           bigint,
  price_possible  boolean,
  price_exact     boolean,
  primary key (plan_id, id),
  check ((funded is null) = (score is null))
);

-- One appraiser's marks for a proposal, in the order of the plan's criteria.
create table allocation_appraisal (
  plan_id     uuid        not null,
  proposal_id uuid        not null,
  appraiser   text        not null,
  name        text        not null,
  marks       integer[]   not null,
  remark      text        not null,
  given_at    timestamptz not null,
  primary key (plan_id, proposal_id, appraiser),
  foreign key (plan_id, proposal_id) references allocation_proposal (plan_id, id)
);

do $$
declare
  part text;
begin
  foreach part in array array['allocation_incentive', 'allocation_kind_cap', 'allocation_proposal', 'allocation_appraisal'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy plan on %I using (exists (select 1 from allocation_plan p where p.id = plan_id))', part);
  end loop;
end $$;

-- Proof of a competition: the solver's bounds beside what was reached.
create table allocation_selection (
  plan_id        uuid   primary key references allocation_plan (id),
  score          bigint not null,
  bound          bigint not null,
  cost_fen       bigint not null,
  cost_bound_fen bigint not null,
  check (score = bound),
  check (cost_fen = cost_bound_fen)
);
alter table allocation_selection enable row level security;
create policy plan on allocation_selection using (exists (select 1 from allocation_plan p where p.id = plan_id));
