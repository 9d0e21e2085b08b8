-- Scorecards (识别指标体系): versions with place, validity and source. What was published never changes again, so that
-- every stored score can be made anew from its answers.
create table scorecard (
  version        text     primary key check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  direction      text     not null check (direction in ('LOW_IS_POOR', 'HIGH_IS_POOR')),
  division_from  bigint   not null,
  division_to    bigint   not null check (division_to >= division_from),
  stage          text     not null default 'DRAFT' check (stage in ('DRAFT', 'CHECKED', 'PUBLISHED', 'RETIRED')),
  valid_from     date     not null,
  valid_to       date     check (valid_to >= valid_from),
  source         text     not null check (source <> ''),
  mark           text     not null check (mark in ('SOURCED', 'RECONSTRUCTED', 'UNSOURCED')),
  based_on       text     references scorecard check (based_on <> version),
  max_points     integer  not null check (max_points between 1 and 10000),
  content        text     not null,
  content_sha256 bytea    not null check (content_sha256 = sha256(convert_to(content, 'UTF8'))),
  revision       bigint   not null default 1
);
comment on column scorecard.division_from is 'With division_to the codes of the division whose households are scored with it; 0 to 999999999999 is everywhere.';
comment on column scorecard.content is 'Categories and items as JSON, in the order of the form; text, so that not one character of it can change.';
comment on column scorecard.mark is 'Whether the source sets the points (SOURCED), they were put together from reports (RECONSTRUCTED), or nobody has named a source (UNSOURCED).';

-- Forms are public once they are published; drafts are seen where they are made. Only who has the whole division writes.
alter table scorecard enable row level security;
create policy forms_are_public on scorecard for select using (
  stage in ('PUBLISHED', 'RETIRED')
  or division_from <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
     and division_to >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
create policy the_division_inserts on scorecard for insert with check (
  division_from >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
  and division_to <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy the_division_updates on scorecard for update using (
  division_from >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
  and division_to <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
revoke delete on scorecard from "${appRole}";

create function scorecard_guard() returns trigger language plpgsql as $$
begin
  if old.stage <> 'DRAFT' and row(new.version, new.direction, new.division_from, new.division_to, new.valid_from,
       new.source, new.mark, new.based_on, new.max_points, new.content)
     is distinct from row(old.version, old.direction, old.division_from, old.division_to, old.valid_from,
       old.source, old.mark, old.based_on, old.max_points, old.content) then
    raise exception 'scorecard % is not a draft any more and never changes', old.version
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger scorecard_guard before update on scorecard for each row execute function scorecard_guard();

create table scorecard_step (
  version         text        not null references scorecard,
  position        integer     not null check (position >= 1),
  step            text        not null check (step in ('WRITE', 'CHECK', 'RETURN', 'PUBLISH', 'RETIRE')),
  taken_by        text        not null,
  taken_name      text        not null,
  taken_at        timestamptz not null,
  remark          text,
  document_number text,
  content_sha256  bytea       not null,
  primary key (version, position)
);
comment on column scorecard_step.content_sha256 is 'Of the content that was signed.';
revoke update, delete on scorecard_step from "${appRole}";
