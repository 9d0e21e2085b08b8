-- What cannot be true of the members of a household together: versions of which each is a whole table and never changes.
-- The one that began last is in force on a day.
create table contradiction_rule (
  version    text    not null check (version ~ '^[A-Z0-9-]{3,40}$'),
  valid_from date    not null,
  field      text    not null check (field in ('BIRTH_DATE', 'SCHOOLING', 'EDUCATION', 'LABOUR', 'WORK', 'RELATION')),
  value      text    not null check (value <> ''),
  rule       text    not null check (rule in ('AGE_AT_LEAST', 'AGE_AT_MOST', 'OLDER_THAN_HEAD', 'YOUNGER_THAN_HEAD')),
  years      integer not null check (years between 0 and 200),
  mark       text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text    not null check (source <> ''),
  loaded_by  text    not null,
  primary key (version, field, value, rule),
  check (rule in ('AGE_AT_LEAST', 'AGE_AT_MOST') or field = 'RELATION')
);
revoke update, delete on contradiction_rule from "${appRole}";
