-- Which rows a statement changed is told by what is in one of its two sets alone. Joined to each other, the sets of a
-- large statement took minutes: a plan that was made for one row, and kept, goes through one set for each row of the other.
create or replace function register_members_changed() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into register_stale (household_id)
  select distinct changed.household_id
  from (
    (select id, household_id, ethnicity from former except all select id, household_id, ethnicity from latter)
    union all
    (select id, household_id, ethnicity from latter except all select id, household_id, ethnicity from former)) changed
  join register_entry e on e.household_id = changed.household_id;
  return null;
end $$;

create or replace function register_entry_changed() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  insert into register_persons (household_id, since, village_code, persons)
  select household_id, (now() at time zone 'Asia/Shanghai')::date, max(village_code) filter (where is_new),
         max(persons) filter (where is_new)
  from (
    select true as is_new, household_id, village_code, persons from after
    union all
    select false, household_id, village_code, persons from before) both_sides
  group by household_id having min(persons) <> max(persons)
  on conflict (household_id, since) do update set persons = excluded.persons;
  changed := array(
    select household_id from (
      select household_id, persons, village_code, main_cause, ethnicity from after
      except all
      select household_id, persons, village_code, main_cause, ethnicity from before) different);
  if cardinality(changed) > 0 then
    perform register_restand(changed);
  end if;
  return null;
end $$;

create or replace function assessment_scored_again() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update score s set household_id = l.household_id, village_code = l.village_code
  from (select id, campaign_id, household_id, village_code from latter
        except all select id, campaign_id, household_id, village_code from former) l
  join scoring g on g.campaign_id = l.campaign_id
  where s.scoring_id = g.id and s.assessment_id = l.id;
  perform from campaign_scorecard where campaign_id in (
    select campaign_id from (
      select id, campaign_id, scorecard, answers_low, answers_high, score, appraised_score from latter
      except all
      select id, campaign_id, scorecard, answers_low, answers_high, score, appraised_score from former) altered) for share;
  if not found then
    return null;
  end if;
  if exists (select from (select id, campaign_id, scorecard, answers_low, answers_high, score from latter
                          except all
                          select id, campaign_id, scorecard, answers_low, answers_high, score from former) l
             join campaign_scorecard c on c.campaign_id = l.campaign_id
             where l.scorecard <> c.scorecard) then
    raise exception 'visits of a campaign are scored by its scorecard'
      using errcode = 'foreign_key_violation', constraint = 'scorecard_of_the_campaign', table = 'assessment';
  end if;
  update score s set score = coalesce(l.appraised_score, l.score)
  from (select id, campaign_id, scorecard, answers_low, answers_high, score, appraised_score from latter
        except all
        select id, campaign_id, scorecard, answers_low, answers_high, score, appraised_score from former) l
  join campaign_scorecard c on c.campaign_id = l.campaign_id
  where s.scoring_id = c.scoring_id and s.assessment_id = l.id;
  return null;
end $$;
