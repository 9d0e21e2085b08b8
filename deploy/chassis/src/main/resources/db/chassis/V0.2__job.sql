-- Long work that survives the process which does it: whoever holds the lease works, everybody else keeps off.

create table job (
  id               uuid        primary key,
  kind             text        not null,
  state            text        not null default 'QUEUED'
                               check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  input            jsonb       not null,
  caller_subject   text        not null,
  caller_name      text        not null,
  caller_roles     text[]      not null,
  caller_helper_id uuid,
  area_from        bigint      not null,
  area_to          bigint      not null,
  done             bigint      not null default 0 check (done >= 0),
  total            bigint      check (total >= 0),
  checkpoint       jsonb,
  result           jsonb,
  problem          jsonb,
  attempts         integer     not null default 0,
  not_before       timestamptz not null default now(),
  cancel_requested boolean     not null default false,
  lease            uuid,
  leased_until     timestamptz,
  created_at       timestamptz not null default now(),
  started_at       timestamptz,
  finished_at      timestamptz,
  check ((state = 'RUNNING') = (lease is not null and leased_until is not null)),
  check ((state in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
  check ((state = 'FAILED') = (problem is not null))
);
comment on column job.attempts is 'Since the last checkpoint: a job that gets on may be interrupted any number of times.';
create index job_to_do on job (created_at, id) where state in ('QUEUED', 'RUNNING');
create index job_by_caller on job (caller_subject, id);
create index job_by_area on job (area_from, area_to, id);
