-- How many links a party or a person may have holds wherever they lead: they are counted beyond the caller's area, and no more
-- than their number is told of those that lie outside it.

create function standing_links_of(of_kind text, party uuid, of_city bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from link
          where kind = of_kind and coalesce(unit_id, helper_id, enterprise_id) = party and until is null)
       + (select count(*) from link
          where kind = of_kind and coalesce(unit_id, helper_id, enterprise_id) is null and city = of_city and until is null)
$$;
comment on function standing_links_of is 'Of a unit, helper or enterprise, or of a city; the other is null.';

create function standing_links_with(of_kind text, person uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from link where kind = of_kind and person_id = person and until is null
$$;
comment on function standing_links_with is 'Of a person, wherever it lives.';

-- A city that helps from another province sees what it helps.
create policy of_city on link for select using (in_area(city));
