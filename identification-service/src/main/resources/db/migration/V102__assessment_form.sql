-- The form of a visit beside the answers (一进二看三算四比五议): five steps, photos with time and place, signatures.
alter table assessment drop column photos, add column form text;
comment on column assessment.form is 'JSON, of text so that not one character can change; null when only answers were recorded.';

-- What was altered stays, with who, when and why (涂改按印). What took its place is the next version, or the assessment.
create table assessment_version (
  assessment_id uuid        not null references assessment,
  revision      bigint      not null,
  household_id  uuid        not null,
  village_code  bigint      not null,
  scorecard     text        not null,
  answers_low   bigint      not null,
  answers_high  bigint      not null,
  score         integer     not null,
  visited_on    date        not null,
  assessors     text[]      not null,
  signed_by     text        not null,
  main_cause    text        not null,
  other_causes  text[]      not null,
  debts_fen     bigint,
  income_fen    bigint,
  form          text,
  reason        text        not null check (reason <> ''),
  changed_by    text        not null check (changed_by <> ''),
  fingerprint   text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null,
  primary key (assessment_id, revision),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
create index assessment_version_by_household on assessment_version (household_id, village_code);
select secure_by_area('assessment_version', 'village_code');
revoke update, delete on assessment_version from "${appRole}";

-- Answers are not altered any more once an appraisal has changed their score.
create function assessment_guard() returns trigger language plpgsql as $$
begin
  if old.appraised_score is not null
     and row(new.scorecard, new.answers_low, new.answers_high, new.score)
         is distinct from row(old.scorecard, old.answers_low, old.answers_high, old.score) then
    raise exception 'the score of assessment % was changed by an appraisal', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger assessment_guard before update on assessment for each row execute function assessment_guard();

drop table staged_assessment;
create table staged_assessment (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  household_id uuid not null,
  campaign_id uuid not null,
  round text not null,
  visited_on date not null,
  assessors text[] not null,
  signed_by text not null,
  main_cause text not null,
  alteration_reason text,
  altered_by text,
  fingerprint text,
  other_causes text[],
  scorecard text,
  answers_low bigint,
  answers_high bigint,
  score integer,
  primary key (import_id, line)
);
select staging_table('staged_assessment');
