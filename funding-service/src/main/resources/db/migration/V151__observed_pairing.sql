-- Who helps a household, as pairing tells: whoever looks at its money sees whom to ask.
create table observed_pairing (
  household_id uuid   primary key,
  village_code bigint not null,
  helper_name  text   not null,
  helper_unit  text   not null,
  helper_post  text,
  since        date   not null,
  until        date   check (until >= since),
  revision     bigint not null
);
comment on column observed_pairing.until is 'Last day; null while the pairing stands.';
select secure_by_area('observed_pairing', 'village_code');
