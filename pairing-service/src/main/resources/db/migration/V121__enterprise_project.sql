-- Projects of enterprises in the villages that they are linked to, with a report a year and what came of them.

create table enterprise_project (
  id                 uuid    primary key,
  link_id            uuid    not null references link (id),
  enterprise_id      uuid    not null references enterprise (id),
  village_code       bigint  not null check (village_code % 1000 <> 0),
  kind               text    not null check (kind in ('INDUSTRY', 'EMPLOYMENT', 'PUBLIC_WELFARE', 'CONSUMPTION', 'SKILLS')),
  title              text    not null check (length(title) between 1 and 200),
  planned_fen        bigint  not null check (planned_fen >= 0),
  planned_jobs       integer not null check (planned_jobs >= 0),
  planned_households integer not null check (planned_households >= 0),
  first_on           date    not null,
  last_on            date    not null check (last_on >= first_on),
  state              text    not null check (state in ('PROPOSED', 'UNDER_WAY', 'CLOSED', 'WITHDRAWN')),
  closed_on          date,
  version            bigint  not null default 0,
  check (planned_fen > 0 or planned_jobs > 0 or planned_households > 0),
  check ((state = 'CLOSED') = (closed_on is not null))
);
comment on column enterprise_project.link_id is 'By which the enterprise helps the village; it stood when the project was proposed.';
create index enterprise_project_by_village on enterprise_project (village_code, id);
create index enterprise_project_by_enterprise on enterprise_project (enterprise_id, id);
select secure_by_area('enterprise_project', 'village_code');
revoke delete, truncate on enterprise_project from "${appRole}";

create table enterprise_progress (
  id           uuid    primary key,
  project_id   uuid    not null references enterprise_project (id),
  village_code bigint  not null,
  year         integer not null check (year between 2014 and 2100),
  invested_fen bigint  not null check (invested_fen >= 0),
  jobs         integer not null check (jobs >= 0),
  evidence     text[]  not null check (cardinality(evidence) between 1 and 20),
  remark       text    not null check (length(remark) <= 1000),
  state        text    not null check (state in ('REPORTED', 'CONFIRMED', 'ACCEPTED', 'RETURNED')),
  version      bigint  not null default 0
);
comment on column enterprise_progress.invested_fen is 'In this year.';
comment on column enterprise_progress.jobs is 'At the end of this year, or when it was reported.';
create unique index enterprise_progress_of_year on enterprise_progress (project_id, year) where state <> 'RETURNED';
create index enterprise_progress_by_project on enterprise_progress (project_id, year);
select secure_by_area('enterprise_progress', 'village_code');
revoke delete, truncate on enterprise_progress from "${appRole}";

create table enterprise_benefit (
  progress_id  uuid   not null references enterprise_progress (id),
  household_id uuid   not null,
  project_id   uuid   not null references enterprise_project (id),
  village_code bigint not null,
  primary key (progress_id, household_id)
);
comment on table enterprise_benefit is 'Households of the register that a report names.';
create index enterprise_benefit_by_project on enterprise_benefit (project_id, household_id);
select secure_by_area('enterprise_benefit', 'village_code');
revoke update, delete, truncate on enterprise_benefit from "${appRole}";

create view enterprise_project_effect with (security_invoker = true) as
select p.*, coalesce(a.invested_fen, 0) as invested_fen, coalesce(a.jobs, 0) as jobs, coalesce(h.households, 0) as households
from enterprise_project p
left join lateral (select sum(r.invested_fen)::bigint as invested_fen, (array_agg(r.jobs order by r.year desc))[1] as jobs
                   from enterprise_progress r where r.project_id = p.id and r.state = 'ACCEPTED') a on true
left join lateral (select count(distinct b.household_id)::integer as households
                   from enterprise_benefit b join enterprise_progress r on r.id = b.progress_id
                   where b.project_id = p.id and r.state = 'ACCEPTED') h on true;
comment on view enterprise_project_effect is 'Projects with what accepted reports tell of them.';
