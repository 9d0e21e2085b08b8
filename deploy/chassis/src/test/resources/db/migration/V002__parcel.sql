create table parcel (
  id           uuid    primary key,
  village_code bigint  not null,
  label        text    not null check (label <> 'refused by the database'),
  owner_hash   bytea   not null,
  weight       integer not null,
  sent_on      date,
  price        bigint,
  size         text,
  tags         text[],
  fragile      boolean,
  revision     bigint  not null default 1
);
select secure_by_area('parcel', 'village_code');

create table staging_parcel (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  village_code bigint not null,
  label text not null,
  weight integer not null,
  sent_on date,
  price bigint,
  size text,
  tags text[],
  fragile boolean,
  owner_hash bytea,
  primary key (import_id, line)
);
select staging_table('staging_parcel');

create table merged_lines (import_id uuid not null, from_line bigint not null, to_line bigint not null,
  seq bigint generated always as identity);

create table counted (job uuid not null, number integer not null, subject text not null, area_from bigint not null);
create table once (id uuid primary key, name text not null);
