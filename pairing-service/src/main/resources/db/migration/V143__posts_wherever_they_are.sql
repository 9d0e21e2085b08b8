-- What a rule must know of a cadre whose posts or absences may lie outside the caller's area: yes or no, and no more.

create index link_first_secretary on link (helper_id) where kind = 'FIRST_SECRETARY' and until is null;

create function is_first_secretary(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from link where helper_id = wanted and kind = 'FIRST_SECRETARY' and until is null)
$$;
comment on function is_first_secretary is 'Whether the helper is first secretary of a village, whose quota is that of the county.';

create function resides_elsewhere(wanted uuid, village bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from link where helper_id = wanted and kind in ('FIRST_SECRETARY', 'TEAM_MEMBER')
                                    and division <> village and until is null)
$$;
comment on function resides_elsewhere is 'Whether the helper is first secretary or team member of another village.';

create function has_left_office(wanted uuid, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from helper_absence
                 where helper_id = wanted and kind in ('TRANSFERRED', 'RETIRED', 'DIED')
                   and since <= on_day and (until is null or until >= on_day))
$$;
comment on function has_left_office is 'Whether the helper was transferred, has retired or died by the day.';
