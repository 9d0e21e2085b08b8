-- How long files are kept, by class of the archive (精准扶贫档案). A version never changes.
create table archive_retention (
  version    text    not null check (version ~ '^[A-Z0-9-]{3,40}$'),
  class      text    not null check (class ~ '^[A-Z][A-Z_]*$'),
  name_zh    text    not null check (name_zh <> ''),
  name_en    text    not null check (name_en <> ''),
  years      integer check (years between 1 and 100),
  sections   text[]  not null check (cardinality(sections) >= 1),
  division   bigint  not null,
  valid_from date    not null,
  mark       text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text    not null check (source <> ''),
  loaded_by  text    not null,
  primary key (version, class)
);
comment on column archive_retention.years is 'Null for permanent.';
comment on column archive_retention.division is 'The lowest code of where it holds; 0 is everywhere.';
revoke update, delete on archive_retention from "${appRole}";

-- Sealed yearly archives (年度归档) of counties: the hashes of every household's file as it stood when it was sealed.
create table archive_seal (
  id          uuid        primary key,
  county      bigint      not null check (county % 1000000 = 0),
  year        integer     not null check (year between 2014 and 2100),
  job_id      uuid        not null,
  retention   text        not null,
  sections    text[]      not null check (cardinality(sections) >= 1),
  sealed_by   text        not null,
  sealed_name text        not null,
  begun_at    timestamptz not null,
  sealed_at   timestamptz,
  households  bigint,
  root        bytea       check (length(root) = 32),
  unique (county, year),
  check ((sealed_at is null) = (root is null) and (sealed_at is null) = (households is null))
);
comment on column archive_seal.sections is 'Names of the sections, in the order of the digests.';
comment on column archive_seal.root is 'SHA-256 of a line "<sha256>  <household id>" for each household, by id, of the files that tell everything.';
alter table archive_seal enable row level security;
create policy overlapping_areas on archive_seal using (
  county <= coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint
  and county + 999999 >= coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint);
revoke delete on archive_seal from "${appRole}";
create function archive_seal_stays() returns trigger language plpgsql as $$
begin
  raise exception 'seal % of % stays as it is', old.year, old.county;
end $$;
create trigger archive_seal_stays before update on archive_seal
  for each row when (old.sealed_at is not null) execute function archive_seal_stays();

create table archive_sealed (
  seal_id       uuid    not null references archive_seal,
  household_id  uuid    not null,
  shows_numbers boolean not null,
  shows_health  boolean not null,
  village_code  bigint  not null,
  sha256        bytea   not null check (length(sha256) = 32),
  digests       bytea   not null check (length(digests) % 32 = 0),
  primary key (seal_id, household_id, shows_numbers, shows_health),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
comment on column archive_sealed.sha256 is 'Of the manifest of the lasting sections, for each measure of what a file tells.';
comment on column archive_sealed.digests is 'The hashes of the sections one after the other.';
create index archive_sealed_by_household on archive_sealed (household_id);
select secure_by_area('archive_sealed', 'village_code');
revoke update, delete on archive_sealed from "${appRole}";

-- Goes on with a seal whose job has ended without it. What was kept of other sections, before a release, is kept anew.
create function resume_archive_seal(seal uuid, former uuid, job uuid, names text[]) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  perform 1 from archive_seal where id = seal and job_id = former and sealed_at is null for update;
  if not found then
    return false;
  end if;
  delete from archive_sealed f using archive_seal s where s.id = seal and f.seal_id = s.id and s.sections <> names;
  update archive_seal set job_id = job, sections = names where id = seal;
  return true;
end $$;
revoke execute on function resume_archive_seal(uuid, uuid, uuid, text[]) from public;
grant execute on function resume_archive_seal(uuid, uuid, uuid, text[]) to "${appRole}";
