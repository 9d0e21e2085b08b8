-- Under row-level security a condition may choose rows by an index only if it cannot leak, and PostgreSQL takes no
-- coalesce for such: the index on the expression found the campaign and no score, so that each slice of a ranking read
-- the ranking from its beginning. A column may.
alter table assessment add column counted_score integer generated always as (coalesce(appraised_score, score)) stored;
comment on column assessment.counted_score is 'What counts: what the last appraisal made of the score, or the score itself.';

create or replace view candidate with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, a.counted_score as score, a.scorecard,
       a.main_cause, a.other_causes, h.hamlet, h.householder, h.persons, h.labourers,
       exists (select from flag f
               where f.campaign_id = a.campaign_id and f.household_id = a.household_id and f.state = 'CONFIRMED') as vetoed,
       a.id as assessment_id, a.round, a.score as assessed
from assessment a
join household h on h.id = a.household_id
where h.persons > 0
  and (a.round = 'SECOND_VISIT'
       or not exists (select from assessment later
                      where later.campaign_id = a.campaign_id and later.household_id = a.household_id
                        and later.round = 'SECOND_VISIT'));
drop index assessment_by_score;
create index assessment_by_score on assessment (campaign_id, counted_score, household_id);

create or replace view second_visit_reason with (security_invoker = true) as
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
  and a.counted_score between l.score - edge.value and l.score + edge.value;
