-- Second visits are few and are looked for with every candidate.
create index assessment_second_visit on assessment (campaign_id, household_id) where round = 'SECOND_VISIT';
