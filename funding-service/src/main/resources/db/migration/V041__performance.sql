-- Performance evaluation of the use of money: marks with evidence, the grade that comes of them, and the steps taken.

create table performance_evaluation (
  id              uuid        primary key,
  division        bigint      not null,
  year            integer     not null check (year between 1986 and 2100),
  criteria        text        not null,
  stage           text        not null check (stage in ('DRAFT', 'CONFIRMED', 'PUBLISHED', 'WITHDRAWN')),
  total           integer     not null check (total between 0 and 10000),
  grade           text        not null check (grade in ('A', 'B', 'C', 'D')),
  document_number text        not null check (length(document_number) between 1 and 100),
  created_at      timestamptz not null,
  version         bigint      not null
);
comment on column performance_evaluation.total is 'Hundredths of a point.';
create unique index performance_published_once on performance_evaluation (division, year) where stage = 'PUBLISHED';
create index performance_evaluation_by_division on performance_evaluation (division, id);
select secure_by_area('performance_evaluation', 'division');

create table performance_mark (
  evaluation_id uuid    not null references performance_evaluation (id),
  criterion     text    not null,
  points        integer not null check (points between 0 and 10000),
  evidence      text    not null check (length(evidence) between 1 and 1000),
  primary key (evaluation_id, criterion)
);

create table performance_step (
  evaluation_id uuid        not null references performance_evaluation (id),
  position      integer     not null,
  step          text        not null,
  taken_by      text        not null,
  name          text        not null,
  role          text        not null,
  remark        text        not null,
  taken_at      timestamptz not null,
  primary key (evaluation_id, position)
);

do $$
declare
  part text;
begin
  foreach part in array array['performance_mark', 'performance_step'] loop
    execute format('alter table %I enable row level security', part);
    execute format(
      'create policy evaluation on %I using (exists (select 1 from performance_evaluation e where e.id = evaluation_id))', part);
  end loop;
end $$;
