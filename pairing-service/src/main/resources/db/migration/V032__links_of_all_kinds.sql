-- Links of all kinds: who is sent or bound to which place or person, from a day on. The history is append-only.

create table enterprise (
  id          uuid   primary key,
  name        text   not null check (name <> ''),
  credit_code text   not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  trade       text   not null default '',
  division    bigint not null check (division between 100000000000 and 999999999999),
  revision    bigint not null default 0
);
comment on column enterprise.credit_code is 'Unified social credit code (统一社会信用代码), GB 32100.';
comment on column enterprise.division is 'Where it helps: the area that sees it.';
create index enterprise_by_division on enterprise (division, id);
select secure_by_area('enterprise', 'division');

create table staged_enterprise (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  name text not null,
  credit_code text not null,
  trade text,
  division bigint not null,
  primary key (import_id, line)
);
select staging_table('staged_enterprise');

alter table link drop constraint link_kind_check;
alter table link alter column unit_id drop not null;
alter table link rename column village_code to division;
comment on column link.division is 'What is helped: a village, a county; for a person, the village in which it lives.';
alter table link
  add column helper_id uuid references helper (id),
  add column enterprise_id uuid references enterprise (id),
  add column city bigint check (city between 100000000000 and 999999999999),
  add column person_id uuid,
  add column expires_on date,
  add column predecessor uuid references link (id),
  add column state text not null default 'STANDING' check (state in ('STANDING', 'HANDED_OVER', 'ENDED')),
  add column reason text not null default '';
update link set state = 'ENDED' where until is not null;
comment on column link.expires_on is 'Last day of the term; it stands on after it until it is renewed, handed over or ended.';
comment on column link.predecessor is 'The link that this one took over from.';
comment on column link.city is 'The city that helps from another province (东西部扶贫协作).';
alter table link
  add check ((state = 'STANDING') = (until is null)),
  add check (num_nonnulls(unit_id, helper_id, enterprise_id, city) = 1),
  add check (kind in ('UNIT_VILLAGE', 'UNIT_COUNTY', 'ENTERPRISE_VILLAGE', 'CITY_COUNTY', 'LEADER_COUNTY', 'LEADER_VILLAGE',
                      'FIRST_SECRETARY', 'TEAM_MEMBER', 'INFORMATION_OFFICER', 'TECHNOLOGY_COMMISSIONER',
                      'LEFT_BEHIND_CONTACT', 'STUDENT_CONTACT')),
  add check ((unit_id is not null) = (kind in ('UNIT_VILLAGE', 'UNIT_COUNTY'))),
  add check ((enterprise_id is not null) = (kind = 'ENTERPRISE_VILLAGE')),
  add check ((city is not null) = (kind = 'CITY_COUNTY')),
  add check ((person_id is not null) = (kind in ('LEFT_BEHIND_CONTACT', 'STUDENT_CONTACT')));
drop index link_standing;
create unique index link_standing on link (kind, coalesce(unit_id, helper_id, enterprise_id), city, division, person_id)
  nulls not distinct where until is null;
create index link_by_helper on link (helper_id, id);
create index link_by_unit on link (unit_id, id);
create index link_by_person on link (person_id) where person_id is not null;

create function link_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'STANDING'
     and (new.id, new.kind, new.division, new.since) = (old.id, old.kind, old.division, old.since)
     and (new.unit_id, new.helper_id, new.enterprise_id, new.city, new.person_id)
         is not distinct from (old.unit_id, old.helper_id, old.enterprise_id, old.city, old.person_id) then
    return new;
  end if;
  raise exception 'The history of links is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger link_guard before update or delete on link for each row execute function link_guard();
