create table crate (
  id        uuid    primary key,
  shelf     text    not null,
  packed_in integer not null
);

create table staging_crate (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  shelf text not null,
  packed_in integer not null,
  primary key (import_id, line)
);
select staging_table('staging_crate');
