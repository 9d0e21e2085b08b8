-- The service may refresh the planner's statistics of its tables (ANALYZE) when an import has filled them: until
-- autovacuum comes by, the planner would take them for empty and read them whole.

do $$
declare
  app text := '${appRole}';
begin
  execute format('grant maintain on all tables in schema public to %I', app);
  execute format('alter default privileges in schema public grant maintain on tables to %I', app);
end $$;

create or replace function staging_table(name regclass) returns void language plpgsql as $$
begin
  null; -- every table may be analyzed by the service
end $$;
