-- Adjustment rounds (动态调整轮次) and their quality checks: inspection (专项督查), cross-check (交叉检查), look-back (回头看).
create table adjustment_round (
  id              uuid        primary key,
  division        bigint      not null,
  division_end    bigint      not null check (division_end > division),
  year            integer     not null check (year between 2014 and 2100),
  number          integer     not null check (number between 1 and 20),
  begins_on       date        not null,
  ends_on         date        not null check (ends_on >= begins_on),
  document_number text        not null check (document_number <> ''),
  stage           text        not null default 'OPEN' check (stage in ('OPEN', 'CLOSED')),
  opened_by       text        not null,
  opened_at       timestamptz not null,
  closed_by       text,
  closed_at       timestamptz,
  revision        bigint      not null default 1,
  constraint one_round_a_number unique (division, year, number),
  check ((stage = 'CLOSED') = (closed_by is not null) and (closed_by is null) = (closed_at is null))
);
-- Who works in the division sees the round; only who has the whole division writes it.
alter table adjustment_round enable row level security;
create policy the_division_and_below_read on adjustment_round for select using (
  division <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and division_end >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_division_inserts on adjustment_round for insert with check (
  division between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
               and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy the_division_updates on adjustment_round for update using (
  division between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
               and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);

create table quality_check (
  id               uuid        primary key,
  round_id         uuid        not null references adjustment_round,
  kind             text        not null check (kind in ('INSPECTION', 'CROSS_CHECK', 'LOOK_BACK')),
  target           bigint      not null,
  target_end       bigint      not null check (target_end >= target),
  checker          bigint,
  checker_end      bigint      check (checker_end >= checker),
  stratification   text        not null check (stratification in ('VILLAGE', 'STATUS')),
  statuses         text[]      not null check (cardinality(statuses) >= 1),
  sample_size      integer     not null check (sample_size between 1 and 100000),
  seed             text        not null check (seed <> ''),
  seed_source      text        not null check (seed_source <> ''),
  stage            text        not null default 'PLANNED' check (stage in ('PLANNED', 'DRAWN', 'CLOSED', 'CANCELLED')),
  planned_by       text        not null,
  planned_name     text        not null,
  planned_at       timestamptz not null,
  drawn_by         text,
  drawn_at         timestamptz,
  frame_households integer     check (frame_households >= 1),
  frame_digest     text,
  ended_by         text,
  ended_at         timestamptz,
  remark           text,
  revision         bigint      not null default 1,
  constraint checker_of_a_cross_check check (
    (kind = 'CROSS_CHECK') = (checker is not null) and (checker is null) = (checker_end is null)),
  constraint nobody_checks_the_own check (checker is null or checker_end < target or checker > target_end),
  check ((stage in ('DRAWN', 'CLOSED')) = (drawn_by is not null) and (drawn_by is null) = (drawn_at is null)
    and (drawn_by is null) = (frame_households is null) and (drawn_by is null) = (frame_digest is null)),
  check ((stage in ('CLOSED', 'CANCELLED')) = (ended_by is not null) and (ended_by is null) = (ended_at is null)),
  check (stage <> 'CANCELLED' or remark is not null)
);
comment on column quality_check.seed is 'Fixed with the plan, before the frame is: together they give the sample, again and again.';
create index quality_check_by_round on quality_check (round_id, id);
-- The checked and the checking see the check.
alter table quality_check enable row level security;
create policy checked_and_checking on quality_check using (
  (target <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
   and target_end >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint)
  or (checker <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
      and checker_end >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint));

-- Every household that could have been drawn, as it was on the day of the draw: enough for anybody to draw again.
create table quality_check_frame (
  check_id     uuid   not null references quality_check,
  household_id uuid   not null,
  village_code bigint not null,
  stratum      text   not null,
  primary key (check_id, household_id)
);
select secure_by_area('quality_check_frame', 'village_code');
revoke update, delete on quality_check_frame from "${appRole}";

create table quality_check_sample (
  check_id      uuid    not null references quality_check,
  household_id  uuid    not null,
  village_code  bigint  not null,
  checker       bigint,
  checker_end   bigint,
  stratum       text    not null,
  position      integer not null check (position >= 1),
  hamlet        text    not null,
  householder   text    not null,
  persons       integer not null,
  status        text    not null check (status in ('POOR', 'EXITED', 'RETURNED', 'REMOVED', 'UNREGISTERED')),
  finding       text    check (finding in ('OK', 'WRONG_INCLUSION', 'MISSED', 'WRONG_EXIT', 'DATA_ERROR')),
  facts         text,
  evidence      text[],
  checkers      text[]  check (cardinality(checkers) >= 2),
  checked_on    date,
  recorded_by   text,
  recorded_name text,
  recorded_at   timestamptz,
  link          text    check (link in ('TRANSITION', 'CHANGE', 'FLAG', 'REGISTER')),
  linked_id     uuid,
  linked_by     text,
  refuted       text,
  refuted_by    text,
  settled       text    check (settled in ('CORRECTED', 'NOT_UPHELD')),
  revision      bigint  not null default 1,
  primary key (check_id, household_id),
  unique (check_id, stratum, position),
  check ((finding is null) = (facts is null) and (finding is null) = (evidence is null)
    and (finding is null) = (checkers is null) and (finding is null) = (checked_on is null)
    and (finding is null) = (recorded_by is null) and (finding is null) = (recorded_at is null)),
  check (finding is not distinct from 'OK' or finding is null or cardinality(evidence) >= 1),
  check (link is null or finding <> 'OK'),
  check ((link is null) = (linked_id is null) and (link is null) = (linked_by is null)),
  check (refuted is null or finding <> 'OK'),
  check ((refuted is null) = (refuted_by is null)),
  constraint refuted_by_another check (refuted_by is null or refuted_by <> recorded_by)
);
comment on column quality_check_sample.status is 'As it was on the day of the draw, as are hamlet, householder and persons.';
comment on column quality_check_sample.settled is 'How the finding ended, kept when the check is closed; until then it is read from what is linked.';
create index quality_check_sample_by_household on quality_check_sample (household_id);
alter table quality_check_sample enable row level security;
create policy checked_and_checking on quality_check_sample using (
  village_code between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
                   and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  or (checker <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
      and checker_end >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint));
