-- Yearly evaluations of counties, units and helpers, with the figures behind each result.

create table evaluation (
  id           uuid    primary key,
  year         integer not null check (year between 2014 and 2100),
  division     bigint  not null,
  subject_kind text    not null check (subject_kind in ('COUNTY', 'UNIT', 'HELPER')),
  criteria     text    not null,
  grades       text    not null,
  vetoes       text    not null,
  counted_to   date    not null,
  stage        text    not null check (stage in ('COMPUTING', 'PROPOSED', 'CONFIRMED', 'DISCARDED')),
  results      integer not null default 0,
  version      bigint  not null default 0
);
comment on column evaluation.counted_to is 'Last day of the year, or the day before it was ordered: months that are not over are not due.';
create unique index evaluation_confirmed on evaluation (year, division, subject_kind) where stage = 'CONFIRMED';
create index evaluation_by_division on evaluation (division, id);
select secure_by_area('evaluation', 'division');
revoke delete, truncate on evaluation from "${appRole}";

create table evaluation_result (
  evaluation_id uuid     not null references evaluation (id),
  subject       text     not null,
  division      bigint   not null,
  criteria      text[]   not null,
  reached       bigint[] not null check (cardinality(reached) = cardinality(criteria)),
  due           bigint[] not null check (cardinality(due) = cardinality(criteria)),
  score         integer  check (score between 0 and 10000),
  grade         text     not null check (grade in ('EXCELLENT', 'GOOD', 'PASSED', 'FAILED', 'NOT_EVALUATED')),
  vetoes        text[]   not null,
  primary key (evaluation_id, subject),
  check ((score is null) = (grade = 'NOT_EVALUATED') or cardinality(vetoes) > 0)
);
comment on column evaluation_result.subject is 'Id of the unit or helper; code of the county.';
comment on column evaluation_result.score is 'Hundredths of a point; null when nothing was due.';
select secure_by_area('evaluation_result', 'division');
revoke update, delete, truncate on evaluation_result from "${appRole}";
