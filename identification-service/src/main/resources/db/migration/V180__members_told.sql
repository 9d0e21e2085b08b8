-- What was told of the members of households on the register, so that the others hear of changes alone.
create table members_told (
  household_id uuid   primary key,
  village_code bigint not null,
  digest       bytea  not null check (octet_length(digest) = 32),
  revision     bigint not null check (revision > 0)
);
comment on column members_told.digest is 'SHA-256 of what was told last.';
select secure_by_area('members_told', 'village_code');

create function members_to_tell(household uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
           'memberId', m.id, 'name', m.name, 'relation', m.relation,
           'birthYear', extract(year from m.birth_date)::integer, 'education', m.education,
           'schooling', m.schooling, 'labour', m.labour)
           order by (m.relation = 'HEAD') desc, m.birth_date, m.id), '[]')
  from member m where m.household_id = household
$$;
comment on function members_to_tell is
  'The least by which a helper knows whom it meets: no id number, day of birth, phone, health or disability.';
