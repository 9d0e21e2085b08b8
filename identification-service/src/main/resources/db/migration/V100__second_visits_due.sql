-- Rules of the procedure as dated data: the quorum of appraisals, and how near to the line a second visit is due.
alter table policy drop constraint policy_name_check;
alter table policy
  add column out_of integer not null default 1 check (out_of >= 1),
  add column set_at timestamptz not null default now(),
  add constraint policy_name_check check (name in ('NOTICE_DAYS', 'QUORUM', 'LINE_EDGE')),
  add check (name <> 'QUORUM' or value between 1 and out_of);
comment on column policy.out_of is 'The value is a part of so many: 2 of 3; 1 for plain numbers.';
insert into policy (name, division, year, value, out_of, source, set_by) values
  ('QUORUM', 0, null, 2, 3, 'village assemblies need two thirds of their representatives (rule of Anhui; none of Guangxi was found)', 'the service'),
  ('LINE_EDGE', 0, null, 3, 1, 'ASSUMPTION: households within so many points of the cut line are verified; which visits are asked for is gate 5 of the procedure', 'the service');

-- A campaign goes by the rules that it began with; those for everywhere when nobody said otherwise.
do $$ begin
  execute format('alter table campaign add column quorum_policy bigint not null default %s references policy,'
    ' add column line_edge_policy bigint not null default %s references policy',
    (select id from policy where name = 'QUORUM'), (select id from policy where name = 'LINE_EDGE'));
end $$;

-- Why households must be visited a second time (二入户核实对象): one row for each reason.
create view second_visit_reason with (security_invoker = true) as
select f.campaign_id, f.village_code, f.household_id, 'FLAGGED' as reason
from flag f where f.state in ('OPEN', 'CONFIRMED')
union all
select r.campaign_id, r.village_code, o.household_id, 'OBJECTED'
from objection o join round r on r.id = o.round_id
where o.household_id is not null and o.state in ('OPEN', 'UPHELD')
union all
select a.campaign_id, a.village_code, a.household_id, 'LINE_EDGE'
from (select distinct on (campaign_id) campaign_id, score from line order by campaign_id, version desc) l
join campaign c on c.id = l.campaign_id
join policy edge on edge.id = c.line_edge_policy
join assessment a on a.campaign_id = l.campaign_id and a.round = 'FIRST_VISIT'
  and a.score between l.score - edge.value and l.score + edge.value;
