-- What belongs to a campaign or to a draft is seen by who sees that: tables that had no row-level security of their own.
alter table line_tie enable row level security;
create policy as_its_line on line_tie using (
  exists (select from line l where l.campaign_id = line_tie.campaign_id and l.version = line_tie.version));

-- The first scoring is there before its campaign is, and says no more than the form.
alter table scoring enable row level security;
create policy as_its_campaign on scoring using (
  reason is null or exists (select from campaign c where c.id = scoring.campaign_id));

alter table scorecard_step enable row level security;
create policy as_its_scorecard on scorecard_step using (
  exists (select from scorecard s where s.version = scorecard_step.version));
