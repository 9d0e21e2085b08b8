-- A region's plan is 1,258,000 households and 523,000 helpers, written in one transaction. Half of its time went into asking
-- for each row whether its plan exists, which the statement that inserts it already joins, and which area the writer has.

alter table plan_household drop constraint plan_household_plan_id_fkey;
alter table plan_household add constraint plan_household_plan_id_fkey
  foreign key (plan_id) references pairing_plan (id) not enforced;
alter table plan_helper drop constraint plan_helper_plan_id_fkey;
alter table plan_helper add constraint plan_helper_plan_id_fkey
  foreign key (plan_id) references pairing_plan (id) not enforced;

-- The bounds of the area are read once for a statement that inserts, not once for each of its rows. For rows that are read they
-- stay where they are: there the planner reckons with their values.
create function secure_inserts_by_area(table_name regclass, code_column text) returns void language plpgsql as $$
declare
  bounds text := (select qual from pg_policies
                  where schemaname = 'public' and tablename = table_name::text and policyname = 'area');
begin
  execute format('alter policy area on %s rename to area_of_rows', table_name);
  execute format('create policy area on %s for select using (%s)', table_name, bounds);
  execute format('create policy area_updated on %s for update using (%s)', table_name, bounds);
  execute format('create policy area_deleted on %s for delete using (%s)', table_name, bounds);
  execute format(
    'create policy area_inserted on %s for insert with check (%I between'
    || ' (select coalesce(nullif(current_setting(''jingzhun.area_from'', true), ''''), ''1'')::bigint)'
    || ' and (select coalesce(nullif(current_setting(''jingzhun.area_to'', true), ''''), ''0'')::bigint))',
    table_name, code_column);
  execute format('drop policy area_of_rows on %s', table_name);
end $$;

select secure_inserts_by_area('plan_household', 'village_code');
select secure_inserts_by_area('plan_helper', 'division');
drop function secure_inserts_by_area(regclass, text);

-- A plan is written helper by helper, so that the households of one lie together: a summary of blocks finds them, and need not
-- be kept in order for each row.
drop index plan_household_by_helper;
create index plan_household_by_helper on plan_household using brin (helper_id) with (pages_per_range = 16);
