-- The hashes of files of households that were given out (精准扶贫档案): a file that somebody holds is compared with them.
create table archive_manifest (
  household_id uuid        not null,
  sha256       bytea       not null check (length(sha256) = 32),
  village_code bigint      not null,
  issued_at    timestamptz not null,
  primary key (sha256),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
comment on column archive_manifest.sha256 is 'Of the manifest, which holds the household''s id: two households never share it.';
comment on column archive_manifest.issued_at is 'For the first time.';
create index archive_manifest_by_household on archive_manifest (household_id);
select secure_by_area('archive_manifest', 'village_code');
revoke update, delete on archive_manifest from "${appRole}";
