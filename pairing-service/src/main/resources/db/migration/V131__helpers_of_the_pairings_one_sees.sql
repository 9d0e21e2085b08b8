-- A helper of the township next door helps households here, too: who sees a pairing may read who helps, and of which unit.
create policy of_pairing on helper for select using (exists (select from pairing p where p.helper_id = helper.id));
create policy of_helper on unit for select using (exists (select from helper h where h.unit_id = unit.id));
