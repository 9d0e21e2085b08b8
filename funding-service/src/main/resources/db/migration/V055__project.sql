-- The project library and the life of each project.

create table project (
  id                 uuid        primary key,
  county             bigint      not null check (county % 1000000 = 0),
  division           bigint      not null check (division between county and county + 999999),
  year               integer     not null check (year between 1986 and 2100),
  name               text        not null check (length(name) between 1 and 200),
  project_class      text        not null,
  nature             text        not null check (nature in ('NEW', 'EXTENSION', 'REPAIR')),
  place              text        not null check (length(place) between 1 and 200),
  planned_from       date        not null,
  planned_to         date        not null check (planned_to >= planned_from),
  responsible_unit   text        not null check (length(responsible_unit) between 1 and 100),
  task               text        not null check (length(task) between 1 and 1000),
  amount_fen         bigint      not null check (amount_fen > 0),
  source_kind        text        not null,
  performance_target text        check (length(performance_target) between 1 and 1000),
  benefit_link       text,
  participation      text        check (length(participation) between 1 and 1000),
  batch              text        not null,
  action             text        not null,
  programme          text,
  industry           text,
  lists              text        not null,
  stage              text        not null check (stage in ('PROPOSED', 'IN_LIBRARY', 'FUNDED', 'UNDER_WAY', 'ACCEPTED',
                                                           'IN_OPERATION', 'REJECTED', 'ABANDONED')),
  percent            integer     not null default 0 check (percent between 0 and 100),
  funded_fen         bigint      not null default 0 check (funded_fen between 0 and amount_fen),
  builder            text        check (length(builder) between 1 and 100),
  created_at         timestamptz not null,
  version            bigint      not null default 0,
  check (stage in ('PROPOSED', 'REJECTED') or (performance_target is not null and benefit_link is not null)),
  check (stage not in ('FUNDED', 'UNDER_WAY', 'ACCEPTED', 'IN_OPERATION') or funded_fen > 0),
  check (stage not in ('UNDER_WAY', 'ACCEPTED', 'IN_OPERATION') or builder is not null),
  check (stage not in ('ACCEPTED', 'IN_OPERATION') or percent = 100)
);
comment on column project.lists is 'Versions of the dated lists by which its codes were checked.';
create index project_by_division on project (division, id);
select secure_by_area('project', 'division');

create table project_step (
  project_id uuid        not null references project (id),
  position   integer     not null,
  step       text        not null,
  taken_by   text        not null,
  name       text        not null,
  role       text        not null,
  remark     text        not null,
  document   text        not null,
  percent    integer     check (percent between 0 and 100),
  taken_at   timestamptz not null,
  primary key (project_id, position)
);
alter table project_step enable row level security;
create policy project on project_step using (exists (select 1 from project p where p.id = project_id));

create table project_funding (
  id               uuid        primary key,
  project_id       uuid        not null references project (id),
  division         bigint      not null,
  account_kind     text        not null check (account_kind in ('BUDGET', 'VILLAGE')),
  account_division bigint      not null,
  source_id        uuid        not null references source (id),
  year             integer     not null,
  amount_fen       bigint      not null check (amount_fen > 0),
  entry_id         uuid        not null references journal_entry (id)
);
create index project_funding_by_project on project_funding (project_id, id);
select secure_by_area('project_funding', 'division');

create table project_beneficiary (
  project_id   uuid        not null references project (id),
  household_id uuid        not null,
  village_code bigint      not null,
  added_by     text        not null,
  added_at     timestamptz not null,
  primary key (project_id, household_id)
);
create index project_beneficiary_by_household on project_beneficiary (household_id, project_id);
select secure_by_area('project_beneficiary', 'village_code');

revoke delete on project, project_step from "${appRole}";
revoke update, delete on project_funding, project_beneficiary from "${appRole}";

create table staged_project (
  import_id          uuid    not null,
  line               bigint  not null,
  id                 uuid    not null,
  division           bigint  not null,
  year               integer not null,
  name               text    not null,
  project_class      text    not null,
  nature             text    not null,
  place              text    not null,
  planned_from       date    not null,
  planned_to         date    not null,
  responsible_unit   text    not null,
  task               text    not null,
  amount_fen         bigint  not null,
  source_kind        text    not null,
  performance_target text,
  benefit_link       text,
  participation      text,
  batch              text    not null,
  action             text    not null,
  programme          text,
  industry           text,
  primary key (import_id, line)
);
select staging_table('staged_project');
