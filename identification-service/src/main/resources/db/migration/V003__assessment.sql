-- Assessments (入户评估): the answers of a household in 16 bytes, and what they scored.

-- All answers of one campaign are of one scorecard. Whoever comes first says which: the campaign or an assessment.
create table campaign_scorecard (
  campaign_id uuid primary key,
  scorecard   text not null,
  unique (campaign_id, scorecard)
);

create table assessment (
  id           uuid     primary key,
  household_id uuid     not null,
  village_code bigint   not null,
  campaign_id  uuid     not null,
  round        text     not null check (round in ('FIRST_VISIT', 'SECOND_VISIT')),
  scorecard    text     not null,
  answers_low  bigint   not null,
  answers_high bigint   not null,
  score        integer  not null check (score >= 0),
  visited_on   date     not null,
  assessors    text[]   not null check (cardinality(assessors) >= 2),
  signed_by    text     not null check (signed_by <> ''),
  main_cause   text     not null check (main_cause in (
    'ILLNESS', 'DISABILITY', 'SCHOOLING', 'DISASTER', 'LACK_OF_LAND', 'LACK_OF_WATER', 'LACK_OF_SKILLS',
    'LACK_OF_LABOUR', 'LACK_OF_FUNDS', 'POOR_TRANSPORT', 'LACK_OF_MOTIVATION', 'OTHER')),
  other_causes text[]   not null default '{}' check (cardinality(other_causes) <= 2),
  photos       text[]   not null default '{}',
  latitude     numeric(8, 6) check (latitude between -90 and 90),
  longitude    numeric(9, 6) check (longitude between -180 and 180),
  debts_fen    bigint   check (debts_fen >= 0),
  income_fen   bigint,
  revision     bigint   not null default 1,
  constraint one_visit_a_round unique (campaign_id, household_id, round),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  foreign key (campaign_id, scorecard) references campaign_scorecard (campaign_id, scorecard),
  check ((latitude is null) = (longitude is null))
);
comment on column assessment.answers_low is 'Bit i is item i of the scorecard, 0 to 63; answers_high has 64 to 127.';
create index assessment_by_household on assessment (household_id, village_code);
create index assessment_by_village on assessment (village_code, campaign_id);
select secure_by_area('assessment', 'village_code');
