-- Cadres of a city or the region help in its counties, those of a county in its townships: whoever is helped by them may see
-- who they are and which unit sends them. Only their own area changes them.

create function see_above(table_name regclass, code_column text) returns void language plpgsql as $$
begin
  execute format(
    'create policy above on %1$s for select using (%2$I in ('
    || (select string_agg('coalesce(nullif(current_setting(''jingzhun.area_from'', true), ''''), ''1'')::bigint / '
                          || unit || ' * ' || unit, ', ')
        from unnest(array[1000, 1000000, 100000000, 10000000000]) unit)
    || '))', table_name, code_column);
end $$;
comment on function see_above is 'Rows of the divisions in which the caller''s area lies may be read.';
select see_above('unit', 'division');
select see_above('helper', 'division');

create function in_area(code bigint) returns boolean language sql stable as $$
  select code between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
$$;
comment on function in_area is 'Whether the caller may change rows of this division.';
