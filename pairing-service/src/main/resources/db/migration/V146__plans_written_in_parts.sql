-- The households of a plan are written in parts beside each other, whose blocks lie mixed: a summary of blocks has several
-- ranges of helpers.
drop index plan_household_by_helper;
create index plan_household_by_helper on plan_household
  using brin (helper_id uuid_minmax_multi_ops) with (pages_per_range = 16);

comment on table plan_household is
  'Rows of a plan without figures are of a computation that is at work or broke off: they count for nothing.';
comment on table plan_helper is 'As those of plan_household, they count once the plan has figures.';
