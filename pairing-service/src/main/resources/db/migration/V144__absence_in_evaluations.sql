-- Found absence (脱岗) lowers grades and takes tenths of a point; what it did is kept with the result.

alter table evaluation add column duty text;
comment on column evaluation.duty is 'Version of the rule on absence; null where evaluations did not ask for it yet.';

alter table evaluation_result
  add column absences integer not null default 0 check (absences >= 0),
  add column grade_limit text check (grade_limit in ('GOOD', 'PASSED', 'FAILED')),
  add column deduction integer not null default 0 check (deduction >= 0);
comment on column evaluation_result.absences is 'Found in the year; of a team, of the member with the most.';
comment on column evaluation_result.grade_limit is 'The best grade that they leave; null where they set no limit.';
comment on column evaluation_result.deduction is 'Hundredths of a point taken from the score.';

do $$
declare old text;
begin
  for old in select conname from pg_constraint
             where conrelid = 'evaluation_result'::regclass and contype = 'c'
               and pg_get_constraintdef(oid) like '%score IS NULL%'
  loop
    execute format('alter table evaluation_result drop constraint %I', old);
  end loop;
end $$;
alter table evaluation_result add constraint evaluation_result_graded
  check ((score is null) = (grade = 'NOT_EVALUATED') or cardinality(vetoes) > 0 or grade_limit is not distinct from 'FAILED');

create index duty_record_absence on duty_record (first_on, last_on) where kind = 'ABSENCE';
