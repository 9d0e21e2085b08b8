-- The households of a plan are written village by village, in the order of their key: each row goes to the end of the index,
-- which is also that by which officers read the villages of their area. Half of a region's writing went into two indexes whose
-- order was another one. Who looks for one household skips from village to village.
alter table plan_household drop constraint plan_household_pkey;
drop index plan_household_by_village;
alter table plan_household add primary key (plan_id, village_code, household_id);

-- The households of a helper lie in few villages: a filter of each range of blocks says in which it does not occur.
drop index plan_household_by_helper;
create index plan_household_by_helper on plan_household
  using brin (helper_id uuid_bloom_ops (n_distinct_per_range = 500)) with (pages_per_range = 16);
