-- The service may cut a staging table when the only import in it has ended: deleting its rows one by one, and vacuuming
-- behind them, takes a tenth of an import's time.
create or replace function staging_table(name regclass) returns void language plpgsql as $$
begin
  execute format('grant truncate on %s to %I', name, '${appRole}');
end $$;

do $$
declare
  staging regclass;
begin
  for staging in
    select c.oid::regclass from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname ~ '^(staged|staging)_'
  loop
    perform staging_table(staging);
  end loop;
end $$;
