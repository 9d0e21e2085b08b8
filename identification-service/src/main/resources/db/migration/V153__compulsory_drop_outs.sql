-- Drop-outs from compulsory schooling (义务教育), which lasts through junior school (Compulsory Education Law, article 2).
create view compulsory_drop_out with (security_invoker = true) as
  select record_id, household_id, village_code, member_id, cause, "on", level
  from school_drop_out where level in ('PRIMARY', 'JUNIOR');

alter table monitoring_lead drop constraint monitoring_lead_source_check;
alter table monitoring_lead add constraint monitoring_lead_source_check check (source in (
  'SELF_REPORT', 'SURVEY', 'HELPER_VISIT', 'DEPARTMENT', 'INCOME', 'SPECIAL_REGISTER'));
