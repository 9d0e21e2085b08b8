-- Which villages a disclosure names: their boards have to show it, and their people look for it.

create table disclosure_place (
  disclosure_id uuid   not null references disclosure (id),
  division      bigint not null check (division % 1000 <> 0),
  primary key (disclosure_id, division)
);
create index disclosure_place_by_division on disclosure_place (division, disclosure_id);
select secure_by_area('disclosure_place', 'division');
create policy public_reads on disclosure_place for select using (true);
revoke update, delete, truncate on disclosure_place from "${appRole}";

insert into disclosure_place (disclosure_id, division)
select distinct d.id, (r ->> 'division')::bigint
from disclosure d, jsonb_array_elements(d.snapshot::jsonb -> 'rows') r
where (r ->> 'division')::bigint % 1000 <> 0;

-- Sums have no row of their own whose id could be the subject: the loans of a county and quarter, the budget of a year.
create function disclosure_subject(variadic parts text[]) returns uuid immutable language sql
  return md5(array_to_string(parts, '|'))::uuid;
comment on function disclosure_subject is 'The same parts, the same subject: a later announcement replaces the one before.';
