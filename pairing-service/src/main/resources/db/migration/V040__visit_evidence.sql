-- Visits as they are made: needs, policies explained, place, photos, the household's confirmation, and the phone's clock.
alter table visit
  add column helper_name          text,
  add column said_on              date,
  add column policies_explained   text check (policies_explained <> ''),
  add column need_kinds           text[] not null default '{}',
  add column need_texts           text[] not null default '{}',
  add column photos               text[] not null default '{}',
  add column confirmed_by         text check (confirmed_by in ('SIGNATURE', 'FINGERPRINT', 'WITNESS')),
  add column confirmation_sha256  text check (confirmation_sha256 ~ '^[0-9a-f]{64}$'),
  add column witness              text check (witness <> ''),
  add column latitude             numeric(9, 6) check (latitude between -90 and 90),
  add column longitude            numeric(9, 6) check (longitude between -180 and 180),
  add column corrects             uuid unique references visit (id),
  add column device_recorded_at   timestamptz,
  add column clock_offset_seconds bigint,
  add check (cardinality(need_kinds) = cardinality(need_texts)),
  add check ((latitude is null) = (longitude is null)),
  add check ((device_recorded_at is null) = (clock_offset_seconds is null)),
  add check (corrects <> id),
  add check ((confirmed_by is null) = (coalesce(confirmation_sha256, witness) is null)),
  add check (confirmed_by is distinct from 'WITNESS' or (witness is not null and confirmation_sha256 is null)),
  add check (confirmed_by is null or confirmed_by = 'WITNESS' or (confirmation_sha256 is not null and witness is null));
update visit set helper_name = helper.name, said_on = visited_on from helper where helper.id = visit.helper_id;
alter table visit alter column helper_name set not null, alter column said_on set not null;
comment on column visit.said_on is 'The day by the phone''s calendar; visited_on is that day by the server''s clock.';
comment on column visit.clock_offset_seconds is 'The server''s clock less the phone''s, when the visit arrived.';
comment on column visit.corrects is 'The visit in whose place this one stands. A visit is corrected once; a correction may be corrected.';
create index visit_by_pairing on visit (pairing_id, visited_on);
create index visit_located on visit (household_id, visited_on, id) where latitude is not null and place is null;

-- Pictures taken at visits. One picture of a household is kept once, whoever sends it.
create table photo (
  household_id uuid        not null,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  village_code bigint      not null,
  helper_id    uuid        not null references helper (id),
  media_type   text        not null check (media_type in ('image/jpeg', 'image/png')),
  content      bytea       not null check (octet_length(content) > 0),
  taken_at     timestamptz not null,
  latitude     numeric(9, 6) check (latitude between -90 and 90),
  longitude    numeric(9, 6) check (longitude between -180 and 180),
  received_at  timestamptz not null,
  primary key (household_id, sha256),
  check ((latitude is null) = (longitude is null))
);
alter table photo alter column content set storage external;
comment on column photo.content is 'Compressed by its format already: stored as it is.';
select secure_by_area('photo', 'village_code');
revoke update, delete on photo from "${appRole}";
