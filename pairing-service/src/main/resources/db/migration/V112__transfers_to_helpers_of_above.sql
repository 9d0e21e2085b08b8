-- A county transfers households to helpers of its city or the region, too. Their rows are not its to lock, their absences and
-- conflicts and the households that they have in other counties not its to see: this tells what a transfer must know, no more.
create function helper_to_take_over(wanted uuid, of_household uuid, on_day date,
                                    out households bigint, out absent boolean, out forbidden boolean)
  language plpgsql volatile security definer set search_path from current as $$
declare
  area_from bigint := coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint;
  decides bigint;
begin
  -- in the caller's area, or of a division in which that lies; the lock keeps two transfers from passing the quota together
  select h.decides_in into decides from helper h
  where h.id = wanted and (in_area(h.division) or place_covers(h.division, area_from))
  for update;
  if not found then
    return;
  end if;
  select count(*) into households from pairing p where p.helper_id = wanted and p.state = 'ACTIVE';
  absent := exists (select from helper_absence a
                    where a.helper_id = wanted and a.since <= on_day and (a.until is null or a.until >= on_day));
  forbidden := exists (select from helper_conflict c where c.helper_id = wanted and c.household_id = of_household)
    or exists (select from observed_household o
               where o.id = of_household and decides is not null and place_covers(decides, o.village_code));
end $$;
comment on function helper_to_take_over is
  'Locks a helper; households is null when there is none in the caller''s area or above it.';
