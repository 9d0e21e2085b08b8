-- Boxes, which may go in without asking first.
create table box_shelf (name text primary key, boxes integer not null default 0);
insert into box_shelf values ('A1');

create table box (
  id     uuid primary key,
  label  text not null unique,
  shelf  text not null references box_shelf,
  weight integer not null check (weight < 500)
);

create table staging_box (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  label text not null,
  shelf text not null,
  weight integer not null,
  primary key (import_id, line)
);
select staging_table('staging_box');
