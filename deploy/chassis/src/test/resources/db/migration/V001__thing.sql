create table thing (
  id           uuid   primary key,
  village_code bigint not null,
  name         text   not null check (name not in ('refused by the database', 'refused')),
  revision     bigint not null
);
select secure_by_area('thing', 'village_code');
