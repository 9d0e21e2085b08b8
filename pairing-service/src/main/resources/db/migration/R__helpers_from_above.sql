-- Units of a county help in its townships and villages: whoever works there may read, not write, who they are. Without
-- this a township could not read its own pairings, since their helpers lie outside its area.
do $$
declare
  area text := 'coalesce(nullif(current_setting(''jingzhun.area_from'', true), ''''), ''1'')::bigint';
  helping text;
begin
  foreach helping in array array['unit', 'helper'] loop
    execute format('drop policy if exists from_above on %I', helping);
    execute format(
      'create policy from_above on %I for select using (division in'
      || ' (%s / 1000 * 1000, %s / 1000000 * 1000000, %s / 100000000 * 100000000, %s / 10000000000 * 10000000000))',
      helping, area, area, area, area);
  end loop;
end $$;
