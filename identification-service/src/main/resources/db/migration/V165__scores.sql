-- Scores that count (评分), beside the visits: when all answers of a campaign are scored by another edition (重新计分), the
-- new scores stand behind the old ones, which stay, and the campaign moves on to them in one moment.
create table scoring (
  id              uuid        primary key,
  campaign_id     uuid        not null,
  number          integer     not null check (number >= 1),
  scorecard       text        not null,
  former          uuid        references scoring,
  reason          text        check (reason <> ''),
  document_number text        check (document_number <> ''),
  ordered_by      text,
  ordered_name    text,
  ordered_at      timestamptz,
  households      integer     check (households >= 0),
  visits          integer     check (visits >= households),
  changed         integer     check (changed between 0 and visits),
  in_force_since  timestamptz,
  unique (campaign_id, number),
  check ((number = 1) = (reason is null) and (reason is null) = (ordered_by is null)
    and (reason is null) = (ordered_name is null) and (reason is null) = (ordered_at is null)
    and (reason is null) = (document_number is null)),
  check (number = 1 or (in_force_since is null) = (former is null)),
  check (number = 1 or (in_force_since is null) = (changed is null))
);
comment on table scoring is 'Number 1 is the scoring by which visits came in; the others were ordered, and the id is that of their job. Holds no personal data; a campaign is asked for first.';
comment on column scoring.former is 'The scoring that was in force before; null until this one is.';
comment on column scoring.changed is 'Visits whose score is another one than by the former.';
revoke delete on scoring from "${appRole}";

create table score (
  scoring_id    uuid    not null,
  assessment_id uuid    not null,
  household_id  uuid    not null,
  village_code  bigint  not null,
  score         integer not null check (score >= 0),
  primary key (scoring_id, assessment_id)
);
comment on table score is 'Of each visit and scoring. Written by triggers of assessment while a scoring is in force, by store_scores before; no references, since each row is made from the visit it belongs to.';
comment on column score.score is 'By the scorecard of the scoring, and what appraisals made of it.';
select secure_by_area('score', 'village_code');
revoke insert, update on score from "${appRole}";

-- Stores scores of a scoring that is not in force yet. The area is asked for once, not with each row.
create function store_scores(
  scored_by uuid, assessments uuid[], households uuid[], villages bigint[], scores integer[]) returns void
language plpgsql security definer set search_path = public as $$
begin
  if exists (
    select from unnest(villages) village
    where village not between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
                          and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint) then
    raise exception 'scores must be those of the own area' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from scoring where id = scored_by and in_force_since is null) then
    raise exception 'scores that are in force are made from visits' using errcode = 'integrity_constraint_violation';
  end if;
  insert into score (scoring_id, assessment_id, household_id, village_code, score)
  select scored_by, s.* from unnest(assessments, households, villages, scores) s;
end $$;
revoke execute on function store_scores(uuid, uuid[], uuid[], bigint[], integer[]) from public;
grant execute on function store_scores(uuid, uuid[], uuid[], bigint[], integer[]) to "${appRole}";

create function first_scoring() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into scoring (id, campaign_id, number, scorecard, in_force_since)
  values (new.scoring_id, new.campaign_id, 1, new.scorecard, now());
  return null;
end $$;
alter table campaign_scorecard add column scoring_id uuid not null unique default uuidv7();
comment on column campaign_scorecard.scoring_id is 'The scoring in force.';
insert into scoring (id, campaign_id, number, scorecard, in_force_since)
select scoring_id, campaign_id, 1, scorecard, now() from campaign_scorecard;
create trigger first_scoring after insert on campaign_scorecard for each row execute function first_scoring();

insert into score (scoring_id, assessment_id, household_id, village_code, score)
select c.scoring_id, a.id, a.household_id, a.village_code, coalesce(a.appraised_score, a.score)
from assessment a join campaign_scorecard c using (campaign_id)
order by c.scoring_id, a.village_code, a.id;
create index score_by_rank on score (scoring_id, score, household_id);
-- Looked at after each scoring; a small sample tells as much.
alter table score
  alter scoring_id set statistics 10, alter assessment_id set statistics 10, alter household_id set statistics 10,
  alter village_code set statistics 10, alter score set statistics 10;
drop view candidate, counted_assessment, second_visit_reason;
alter table assessment drop column counted_score;

-- The card is that of the campaign: asked for all visits of a statement at once. Whoever writes visits holds the campaign's
-- card, so that no scoring comes into force meanwhile.
alter table assessment drop constraint assessment_campaign_id_scorecard_fkey;
alter table campaign drop constraint campaign_id_scorecard_fkey;
alter table campaign add foreign key (id, scorecard)
  references campaign_scorecard (campaign_id, scorecard) on update cascade;

create function assessment_scored() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from campaign_scorecard where campaign_id in (select campaign_id from added) for share;
  if exists (select from added a left join campaign_scorecard c on c.campaign_id = a.campaign_id
             where c.scorecard is distinct from a.scorecard) then
    raise exception 'visits of a campaign are scored by its scorecard'
      using errcode = 'foreign_key_violation', constraint = 'scorecard_of_the_campaign', table = 'assessment';
  end if;
  insert into score (scoring_id, assessment_id, household_id, village_code, score)
  select c.scoring_id, a.id, a.household_id, a.village_code, coalesce(a.appraised_score, a.score)
  from added a join campaign_scorecard c on c.campaign_id = a.campaign_id;
  return null;
end $$;
create trigger assessment_scored after insert on assessment
  referencing new table as added for each statement execute function assessment_scored();

create function assessment_scored_again() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  altered uuid[];
begin
  if exists (select from latter l join former f on f.id = l.id
             where (l.household_id, l.village_code) is distinct from (f.household_id, f.village_code)) then
    update score s set household_id = l.household_id, village_code = l.village_code
    from latter l join former f on f.id = l.id join scoring g on g.campaign_id = l.campaign_id
    where s.scoring_id = g.id and s.assessment_id = l.id
      and (l.household_id, l.village_code) is distinct from (f.household_id, f.village_code);
  end if;
  altered := array(
    select l.id from latter l join former f on f.id = l.id
    where (l.scorecard, l.answers_low, l.answers_high, l.score, l.appraised_score)
          is distinct from (f.scorecard, f.answers_low, f.answers_high, f.score, f.appraised_score));
  if cardinality(altered) = 0 then
    return null;
  end if;
  perform from campaign_scorecard
    where campaign_id in (select campaign_id from latter where id = any (altered)) for share;
  if exists (select from latter l join former f on f.id = l.id
             join campaign_scorecard c on c.campaign_id = l.campaign_id
             where (l.scorecard, l.answers_low, l.answers_high, l.score)
                   is distinct from (f.scorecard, f.answers_low, f.answers_high, f.score)
               and l.scorecard <> c.scorecard) then
    raise exception 'visits of a campaign are scored by its scorecard'
      using errcode = 'foreign_key_violation', constraint = 'scorecard_of_the_campaign', table = 'assessment';
  end if;
  update score s set score = coalesce(l.appraised_score, l.score)
  from latter l join campaign_scorecard c on c.campaign_id = l.campaign_id
  where l.id = any (altered) and s.scoring_id = c.scoring_id and s.assessment_id = l.id;
  return null;
end $$;
create trigger assessment_scored_again after update on assessment
  referencing old table as former new table as latter for each statement execute function assessment_scored_again();

-- Scores that were in force stay; those of a job that failed are dropped when it is tried again.
create function score_guard() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from (select distinct scoring_id from gone) g
             join scoring s on s.id = g.scoring_id where s.in_force_since is not null) then
    raise exception 'scores that were in force stay' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger score_guard after delete on score
  referencing old table as gone for each statement execute function score_guard();

-- A line was drawn from the scores of one scoring, and holds no longer than that one.
alter table line add column scoring_id uuid references scoring;
update line l set scoring_id = c.scoring_id from campaign_scorecard c where c.campaign_id = l.campaign_id;
alter table line alter column scoring_id set not null;
create view line_in_force with (security_invoker = true) as
select l.* from line l join campaign_scorecard c on c.campaign_id = l.campaign_id and c.scoring_id = l.scoring_id
where l.version = (select max(version) from line latest where latest.campaign_id = l.campaign_id);

create view counted_assessment with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, s.score, c.scorecard, a.main_cause, a.other_causes,
       a.id as assessment_id, a.round, a.score as assessed,
       exists (select from flag f
               where f.campaign_id = a.campaign_id and f.household_id = a.household_id and f.state = 'CONFIRMED') as vetoed,
       s.scoring_id, s.household_id as ranked
from campaign_scorecard c
join score s on s.scoring_id = c.scoring_id
join assessment a on a.id = s.assessment_id and a.campaign_id = c.campaign_id
where a.round = 'SECOND_VISIT'
   or not exists (select from assessment later
                  where later.campaign_id = a.campaign_id and later.household_id = a.household_id
                    and later.round = 'SECOND_VISIT');
comment on column counted_assessment.ranked is 'The household as the index of the ranking has it.';

create view candidate with (security_invoker = true) as
select a.campaign_id, a.household_id, a.village_code, a.score, a.scorecard, a.main_cause, a.other_causes,
       h.hamlet, h.householder, h.persons, h.labourers, a.vetoed, a.assessment_id, a.round, a.assessed, a.scoring_id
from counted_assessment a
join household h on h.id = a.household_id
where h.persons > 0;

create view second_visit_reason with (security_invoker = true) as
select f.campaign_id, f.village_code, f.household_id, 'FLAGGED' as reason
from flag f where f.state in ('OPEN', 'CONFIRMED')
union all
select r.campaign_id, r.village_code, o.household_id, 'OBJECTED'
from objection o join round r on r.id = o.round_id
where o.household_id is not null and o.state in ('OPEN', 'UPHELD')
union all
select a.campaign_id, a.village_code, a.household_id, 'LINE_EDGE'
from line_in_force l
join campaign c on c.id = l.campaign_id
join policy edge on edge.id = c.line_edge_policy
join score s on s.scoring_id = l.scoring_id and s.score between l.score - edge.value and l.score + edge.value
join assessment a on a.id = s.assessment_id and a.round = 'FIRST_VISIT' and a.campaign_id = l.campaign_id;
