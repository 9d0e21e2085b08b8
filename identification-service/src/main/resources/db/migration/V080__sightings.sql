-- Flags that people raise (入户发现的疑点): what no department has on record is told by who saw it.
alter table flag alter column member_id drop not null;
alter table flag
  add column raised_by       text,
  add column raised_name     text,
  add column raised_at       timestamptz,
  add column raised_evidence text,
  add check (source in ('VEHICLE', 'HOUSING', 'COMPANY', 'PAYROLL', 'VISIT')),
  add check (source = 'VISIT' or member_id is not null),
  add constraint sighting_tells_who check (
    (source = 'VISIT') = (raised_by is not null) and (raised_by is null) = (raised_name is null)
    and (raised_by is null) = (raised_at is null) and (raised_by is null) = (raised_evidence is null)),
  add constraint sighting_checked_by_another check (raised_by is null or raised_by is distinct from resolved_by);
create unique index one_sighting_a_fact on flag (campaign_id, household_id, veto, effective_on, fact) where source = 'VISIT';
comment on column flag.member_id is 'Null when the fact is about the household as a whole.';
comment on column flag.raised_by is 'Who saw it, by the subject of the token; null for a match.';
