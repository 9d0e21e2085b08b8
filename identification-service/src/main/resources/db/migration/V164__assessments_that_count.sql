-- A ranking walks along the assessments that count and looks each household up; what counts is said once.
create view counted_assessment with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, a.counted_score as score, a.scorecard, a.main_cause, a.other_causes,
       a.id as assessment_id, a.round, a.score as assessed,
       exists (select from flag f
               where f.campaign_id = a.campaign_id and f.household_id = a.household_id and f.state = 'CONFIRMED') as vetoed
from assessment a
where a.round = 'SECOND_VISIT'
   or not exists (select from assessment later
                  where later.campaign_id = a.campaign_id and later.household_id = a.household_id
                    and later.round = 'SECOND_VISIT');

create or replace view candidate with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, a.score, a.scorecard, a.main_cause, a.other_causes,
       h.hamlet, h.householder, h.persons, h.labourers, a.vetoed, a.assessment_id, a.round, a.assessed
from counted_assessment a
join household h on h.id = a.household_id
where h.persons > 0;
