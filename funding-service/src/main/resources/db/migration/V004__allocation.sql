-- Allocation plans: parameters, frozen inputs with the shares that came of them, and the steps taken.

create table allocation_plan (
  id                 uuid        primary key,
  county             bigint      not null check (county % 1000000 = 0),
  source_id          uuid        not null references source (id),
  year               integer     not null check (year between 1986 and 2100),
  amount_fen         bigint      not null check (amount_fen > 0),
  mode               text        not null check (mode = 'FACTOR'),
  parameter_set      text,
  floor_fen          bigint      not null check (floor_fen >= 0),
  cap_fen            bigint      check (cap_fen >= floor_fen),
  only_poor_villages boolean     not null,
  stage              text        not null
                                 check (stage in ('DRAFT', 'COMPUTED', 'REVIEWED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  document_number    text,
  created_by         text        not null,
  created_at         timestamptz not null,
  computed_at        timestamptz,
  entry_id           uuid        references journal_entry (id),
  version            bigint      not null,
  check ((stage = 'DRAFT') or computed_at is not null),
  check ((stage in ('APPROVED', 'PUBLISHED', 'WITHDRAWN')) = (entry_id is not null))
);
create index allocation_plan_by_county on allocation_plan (county, id);
select secure_by_area('allocation_plan', 'county');

create table allocation_factor (
  plan_id  uuid    not null references allocation_plan (id),
  position integer not null,
  factor   text    not null,
  weight   integer not null check (weight between 1 and 10000),
  inverse  boolean not null,
  primary key (plan_id, position),
  unique (plan_id, factor)
);
comment on column allocation_factor.weight is 'Basis points.';

create table allocation_bound (
  plan_id   uuid   not null references allocation_plan (id),
  division  bigint not null,
  floor_fen bigint not null check (floor_fen >= 0),
  cap_fen   bigint check (cap_fen >= floor_fen),
  primary key (plan_id, division)
);

create table allocation_step (
  plan_id  uuid        not null references allocation_plan (id),
  position integer     not null,
  step     text        not null,
  taken_by text        not null,
  name     text        not null,
  role     text        not null,
  remark   text        not null,
  taken_at timestamptz not null,
  primary key (plan_id, position)
);

-- Rows of a plan are seen by whoever sees the plan.
do $$
declare
  part text;
begin
  foreach part in array array['allocation_factor', 'allocation_bound', 'allocation_step'] loop
    execute format('alter table %I enable row level security', part);
    execute format('create policy plan on %I using (exists (select 1 from allocation_plan p where p.id = plan_id))', part);
  end loop;
end $$;

create function sum_of(numbers bigint[]) returns numeric language sql immutable as
  'select coalesce(sum(n), 0) from unnest(numbers) n';

create table allocation_share (
  plan_id        uuid     not null references allocation_plan (id),
  division       bigint   not null,
  name           text     not null,
  factor_values  bigint[] not null,
  counted_values bigint[] not null,
  totals         bigint[] not null,
  floor_fen      bigint   not null,
  cap_fen        bigint,
  part_fen       bigint[] not null,
  bound          text     not null check (bound in ('NONE', 'FLOOR', 'CAP')),
  adjustment_fen bigint   not null,
  rounding_fen   bigint   not null check (rounding_fen >= 0),
  remainder      text     not null,
  amount_fen     bigint   not null check (amount_fen >= 0),
  primary key (plan_id, division),
  check (amount_fen = sum_of(part_fen) + adjustment_fen + rounding_fen),
  check (amount_fen >= floor_fen and (cap_fen is null or amount_fen <= cap_fen))
);
comment on table allocation_share is 'Inputs as they were at the computation, and the share explained by them.';
select secure_by_area('allocation_share', 'division');
