-- What a city's or region's plan gives a county is a line of the county's budget, and the county sees the plan.

alter table budget add column plan_id uuid references allocation_plan (id);
comment on column budget.plan_id is 'The plan of a city or region that handed the money down; its entry is in that division''s books.';
alter table budget drop constraint budget_county_year_source_id_document_number_key;
create unique index budget_by_document on budget (county, year, source_id, document_number) where plan_id is null;
create unique index budget_by_plan on budget (plan_id, county) where plan_id is not null;

-- The entry of a plan is in the books of the division that divides: a county cannot look whether it was undone.
create function entry_is_reversed(entry uuid) returns boolean language sql stable security definer set search_path = public as
  'select exists (select from journal_entry e where e.reverses = entry)';

-- Whoever receives sees an approved plan; the shares that it sees are its own.
create policy receiver on allocation_plan for select
  using (receiver_level in ('CITY', 'COUNTY') and stage in ('APPROVED', 'PUBLISHED', 'WITHDRAWN')
         and exists (select from allocation_share s where s.plan_id = allocation_plan.id));

-- What plans handed down before.
insert into budget (id, county, year, source_id, amount_fen, document_number, issued_on, entry_id, plan_id)
select gen_random_uuid(), s.division, p.year, p.source_id, s.amount_fen, coalesce(p.document_number, p.id::text),
       (p.computed_at at time zone 'Asia/Shanghai')::date, p.entry_id, p.id
from allocation_plan p join allocation_share s on s.plan_id = p.id
where p.receiver_level in ('CITY', 'COUNTY') and p.entry_id is not null and s.amount_fen > 0;
