-- A village or township sees who helps its households, and for which unit, though both belong to the county: without
-- it the list of its pairings named helpers that it could not read.

create policy helps_here on helper for select using (exists (select from pairing p where p.helper_id = helper.id));
create policy helps_here on unit for select using (exists (select from helper h where h.unit_id = unit.id));
