-- What-if simulations (模拟测算): what another scorecard, line or quota would change. Nothing here decides anything.
create table simulation (
  id              uuid        primary key,
  division_from   bigint      not null,
  division_to     bigint      not null check (division_to >= division_from),
  version         text        not null,
  version_sha256  text        not null,
  baseline        text        not null,
  baseline_sha256 text        not null,
  line            integer     check (line between 0 and 10000),
  quota           bigint      check (quota >= 1),
  baseline_line   integer     check (baseline_line between 0 and 10000),
  baseline_quota  bigint      check (baseline_quota >= 1),
  ordered_by      text        not null,
  ordered_name    text        not null,
  ordered_at      timestamptz not null,
  result          jsonb,
  check ((line is null) <> (quota is null)),
  check ((baseline_line is null) <> (baseline_quota is null))
);
comment on table simulation is 'The id is that of the job. The digests are of the scorecards as they were when it was ordered.';
alter table simulation enable row level security;
create policy the_whole_division on simulation using (
  division_from >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
  and division_to <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);

create table simulation_village (
  simulation_id       uuid    not null references simulation on delete cascade,
  village_code        bigint  not null,
  households          integer not null check (households >= 1),
  persons             bigint  not null check (persons >= 1),
  baseline_households integer not null check (baseline_households between 0 and households),
  baseline_persons    bigint  not null check (baseline_persons between 0 and persons),
  in_households       integer not null check (in_households >= 0),
  in_persons          bigint  not null check (in_persons >= 0),
  out_households      integer not null check (out_households between 0 and baseline_households),
  out_persons         bigint  not null check (out_persons between 0 and baseline_persons),
  primary key (simulation_id, village_code)
);
select secure_by_area('simulation_village', 'village_code');

create table simulation_mover (
  simulation_id  uuid    not null references simulation on delete cascade,
  village_code   bigint  not null,
  household_id   uuid    not null,
  persons        integer not null check (persons >= 1),
  baseline_score integer not null,
  score          integer not null,
  moves_in       boolean not null,
  primary key (simulation_id, village_code, household_id)
);
comment on table simulation_mover is 'Households that are poor by one of the two scorings only. Dropped a month after the simulation.';
select secure_by_area('simulation_mover', 'village_code');
