-- Who is or was first secretary of a village (第一书记), as pairing tells: money is given for each head and year.
create table observed_first_secretary (
  link_id      uuid    primary key,
  village_code bigint  not null,
  since        date    not null,
  until        date    check (until >= since),
  handed_over  boolean not null,
  revision     bigint  not null
);
comment on column observed_first_secretary.until is 'Last day; null while the link stands.';
create index observed_first_secretary_by_village on observed_first_secretary (village_code);
select secure_by_area('observed_first_secretary', 'village_code');

create function on_duty(since date, until date, handed_over boolean, day date) returns boolean
language sql immutable as $$
  select since <= day and (until is null or until > day or (until = day and not handed_over))
$$;
comment on function on_duty is 'On the day on which somebody hands over, the successor alone is on duty.';
