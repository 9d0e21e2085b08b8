-- Files of a division's households that a job compiled to be fetched (批量导出). They go after some days.
create table archive_export (
  id            uuid        primary key,
  area_from     bigint      not null,
  area_to       bigint      not null check (area_to >= area_from),
  shows_numbers boolean     not null,
  shows_health  boolean     not null,
  reason        text        not null check (reason <> ''),
  ordered_by    text        not null,
  ordered_name  text        not null,
  ordered_at    timestamptz not null,
  finished_at   timestamptz,
  households    bigint      check (households >= 0),
  check ((finished_at is null) = (households is null))
);
comment on column archive_export.id is 'That of the job as well.';
select secure_by_area('archive_export', 'area_from');
revoke delete on archive_export from "${appRole}";

create table archive_export_file (
  export_id    uuid    not null references archive_export on delete cascade,
  seq          bigint  not null check (seq >= 1),
  village_code bigint  not null,
  household_id uuid    not null,
  sha256       bytea   not null check (length(sha256) = 32),
  content      bytea   not null,
  primary key (export_id, seq)
);
comment on column archive_export_file.content is 'The file as JSON, deflated, then encrypted with the household as its owner.';
comment on column archive_export_file.sha256 is 'Of the JSON.';
select secure_by_area('archive_export_file', 'village_code');
revoke update, delete on archive_export_file from "${appRole}";

create function drop_archive_exports(until timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  gone bigint;
begin
  delete from archive_export where ordered_at < until;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function drop_archive_exports(timestamptz) from public;
grant execute on function drop_archive_exports(timestamptz) to "${appRole}";
