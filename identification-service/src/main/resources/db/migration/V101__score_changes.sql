-- Appraisals by villagers may change scores (评议调分): each change with what it was before and after, and why.
alter table assessment add column appraised_score integer check (appraised_score >= 0);
comment on column assessment.appraised_score is 'What the last appraisal made of the score; null when none changed it.';

create table score_change (
  round_id       uuid        not null references round,
  gate           text        not null check (gate in ('FIRST_APPRAISAL', 'SECOND_APPRAISAL')),
  household_id   uuid        not null,
  village_code   bigint      not null,
  assessment_id  uuid        not null references assessment,
  scorecard      text        not null,
  score_before   integer     not null check (score_before >= 0),
  score_after    integer     not null check (score_after >= 0 and score_after <> score_before),
  points         integer,
  answers_low    bigint,
  answers_high   bigint,
  reason         text        not null check (reason <> ''),
  taken_by       text        not null,
  taken_name     text        not null,
  taken_at       timestamptz not null,
  primary key (round_id, gate, household_id),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  check ((points is null) = (answers_low is not null) and (answers_low is null) = (answers_high is null)),
  check (points is null or score_after = score_before + points)
);
comment on column score_change.points is 'A documented adjustment; null when categories were answered anew, as answers_low and answers_high have them.';
create index score_change_by_assessment on score_change (assessment_id, taken_at);
select secure_by_area('score_change', 'village_code');
revoke update, delete on score_change from "${appRole}";

-- What counts is what the last appraisal made of the score.
create or replace view candidate with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, coalesce(a.appraised_score, a.score) as score, a.scorecard,
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
create index assessment_by_score on assessment (campaign_id, coalesce(appraised_score, score), household_id);

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
  and coalesce(a.appraised_score, a.score) between l.score - edge.value and l.score + edge.value;
