-- Everybody reads the sources; only who recorded one, or has the place of who did, describes it anew.
alter table source add column place bigint;
comment on column source.place is 'First division of the area of who recorded it; null: nobody knows, and the region decides.';
comment on table source is 'Reference data for every area, changed by where it was recorded; what a county gets of it stands in budget.';

-- Those there are belong to the county that has a budget of it, or to the region of all that have.
update source s set place = b.place
from (
  select source_id, case when min(county) = max(county) then min(county) else min(county) - min(county) % 10000000000 end as place
  from budget group by source_id
) b
where b.source_id = s.id;

alter table source enable row level security;
create policy everybody_reads on source for select using (true);
create policy its_place_inserts on source for insert with check (
  place between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
            and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy its_place_updates on source for update using (
  place is null or place between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
                             and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
revoke delete on source from "${appRole}";
