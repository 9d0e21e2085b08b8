-- Resident teams are evaluated, by village.

alter table evaluation drop constraint evaluation_subject_kind_check;
alter table evaluation add constraint evaluation_subject_kind_check
  check (subject_kind in ('COUNTY', 'UNIT', 'HELPER', 'TEAM'));
comment on column evaluation_result.subject is 'Id of the unit or helper; code of the county, or of the village of a team.';
create index link_resident on link (division, helper_id) where kind in ('FIRST_SECRETARY', 'TEAM_MEMBER');
