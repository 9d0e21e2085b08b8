-- Under the rule of the area, the planner took visit_by_village for questions about a household or a helper, as it takes any
-- area for one row in 200: all visits of the county were read for each household of a phone that synchronises. An
-- expression is no condition of an index; who lists by area names the column in the query.
alter policy area on visit using (
  village_code + 0 between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
    and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
