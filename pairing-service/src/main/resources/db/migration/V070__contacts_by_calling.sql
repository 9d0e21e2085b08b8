-- Teachers keep in contact with left-behind children, party members with left-behind elderly people: two kinds of link.

alter table helper add column callings text[] not null default '{}'
  check (callings <@ '{TEACHER,PARTY_MEMBER}'::text[]);
comment on column helper.callings is 'What the helper is beside its post, as far as a duty asks for it (身份).';
drop table staged_helper;
create table staged_helper (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  name text not null,
  unit_id uuid not null,
  post text not null,
  rank text not null,
  skills text[],
  home_village bigint,
  ethnicity text,
  home_hamlet text,
  decides_in bigint,
  callings text[],
  primary key (import_id, line)
);
select staging_table('staged_helper');

do $$
declare old text;
begin
  for old in select conname from pg_constraint
             where conrelid = 'link'::regclass and contype = 'c'
               and (pg_get_constraintdef(oid) like '%TEAM_MEMBER%'
                    or pg_get_constraintdef(oid) like '%person_id IS NOT NULL%')
  loop
    execute format('alter table link drop constraint %I', old);
  end loop;
end $$;
alter table link
  add constraint link_kind check (
    kind in ('UNIT_VILLAGE', 'UNIT_COUNTY', 'ENTERPRISE_VILLAGE', 'CITY_COUNTY', 'LEADER_COUNTY', 'LEADER_VILLAGE',
             'FIRST_SECRETARY', 'TEAM_MEMBER', 'INFORMATION_OFFICER', 'TECHNOLOGY_COMMISSIONER',
             'LEFT_BEHIND_CHILD_CONTACT', 'LEFT_BEHIND_ELDER_CONTACT', 'LEFT_BEHIND_CONTACT', 'STUDENT_CONTACT')),
  add constraint link_person check (
    (person_id is not null) = (kind in ('LEFT_BEHIND_CHILD_CONTACT', 'LEFT_BEHIND_ELDER_CONTACT',
                                        'LEFT_BEHIND_CONTACT', 'STUDENT_CONTACT')));
create index link_standing_by_division on link (division, kind) where until is null;
