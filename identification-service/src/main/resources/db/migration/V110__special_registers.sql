-- Special registers (专项台账): students, patients, disabled and left-behind persons, relocated households, holders of
-- certificates. What the registers share are columns; what is special to one is one JSON value of a type of its own,
-- encrypted where it is about health or disability.
create table special_record (
  id            uuid        primary key,
  register      text        not null check (register in (
    'STUDENT', 'PATIENT', 'DISABILITY', 'LEFT_BEHIND', 'RELOCATION', 'CERTIFICATE')),
  stage         text        not null check (stage in (
    'ENROLLED', 'SUSPENDED', 'DROPPED_OUT', 'GRADUATED', 'EMPLOYED', 'FURTHER_STUDY',
    'REGISTERED', 'IN_TREATMENT', 'RECOVERED', 'VALID', 'DERIVED', 'CONFIRMED', 'DOUBTFUL', 'REJECTED',
    'PLANNED', 'APPROVED', 'KEYS_HANDED', 'MOVED_IN', 'OLD_HOUSE_REMOVED', 'ENDED')),
  person        bytea       check ((person is null) = (register = 'RELOCATION')),
  member_id     uuid        references member on delete set null,
  household_id  uuid        not null,
  village_code  bigint      not null,
  since         date        not null,
  stage_on      date        not null check (stage_on >= since),
  ended_on      date        check ((ended_on is null) = (stage not in ('EMPLOYED', 'FURTHER_STUDY', 'RECOVERED', 'ENDED'))),
  cause         text        check ((cause is null) = (stage <> 'DROPPED_OUT')),
  contact_name  text,
  contact_phone bytea,
  facts         jsonb       check ((facts is null) = (register in ('PATIENT', 'DISABILITY'))),
  sealed        bytea       check ((sealed is null) = (facts is not null)),
  kind          text        generated always as (coalesce(facts ->> 'level', facts ->> 'kind', facts ->> 'settlement')) stored,
  school_year   integer     generated always as ((facts ->> 'schoolYear')::integer) stored,
  recorded_by   text        not null,
  revision      bigint      not null default 1,
  unique (id, village_code),
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
comment on column special_record.person is 'Keyed hash of the id number: the record follows the person from household to household. Null for households.';
comment on column special_record.member_id is 'Null when the person is a member of no household now; household_id is then the last one.';
comment on column special_record.cause is 'Why a student dropped out.';
comment on column special_record.sealed is 'In place of facts, encrypted, when they are about health or disability; contact_phone is encrypted too.';
create unique index one_open_special_record_a_person on special_record (register, person)
  where ended_on is null and register in ('STUDENT', 'DISABILITY', 'LEFT_BEHIND');
create unique index one_relocation_a_household on special_record (household_id)
  where register = 'RELOCATION' and ended_on is null;
create index special_record_by_village on special_record (register, village_code, id);
create index special_record_by_household on special_record (household_id);
create index special_record_by_member on special_record (member_id);
create index special_record_without_member on special_record (person) where member_id is null and person is not null;
select secure_by_area('special_record', 'village_code');

-- What became of a record: every step with the facts as they were then.
create table special_step (
  record_id    uuid        not null,
  seq          bigint      not null check (seq >= 1),
  village_code bigint      not null,
  step         text        not null check (step in (
    'ENTRY', 'CORRECTION', 'MOVE', 'PROMOTION', 'TRANSFER', 'SUSPENSION', 'RESUMPTION', 'DROP_OUT', 'GRADUATION',
    'EMPLOYMENT', 'FURTHER_STUDY', 'TREATMENT', 'RECOVERY', 'CONFIRMATION', 'DOUBT', 'REJECTION', 'APPROVAL', 'KEYS',
    'MOVING_IN', 'OLD_HOUSE_REMOVAL', 'WITHDRAWAL', 'END')),
  stage        text        not null,
  "on"         date        not null,
  cause        text,
  remark       text,
  evidence     text[]      not null,
  facts        jsonb,
  sealed       bytea,
  school_year  integer     generated always as ((facts ->> 'schoolYear')::integer) stored,
  taken_by     text        not null,
  taken_name   text        not null,
  taken_at     timestamptz not null,
  primary key (record_id, seq),
  foreign key (record_id, village_code) references special_record (id, village_code) on update cascade
);
comment on column special_step.seq is 'The revision of the record that the step made.';
create index special_step_by_school_year on special_step (school_year, village_code) where school_year is not null;
select secure_by_area('special_step', 'village_code');
revoke update, delete on special_step from "${appRole}";

-- A record whose person is a member of no household follows the person into the next one, also into another county,
-- whose officers cannot see where the person came from: hence as the owner.
create function special_records_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  with moved as (
    update special_record r
    set member_id = a.id, household_id = a.household_id, village_code = a.village_code, revision = r.revision + 1
    from arrived a
    where r.person = a.id_hash and r.member_id is null and r.person is not null
    returning r.*)
  insert into special_step (record_id, seq, village_code, step, stage, "on", evidence, facts, sealed, taken_by,
                            taken_name, taken_at)
  select id, revision, village_code, 'MOVE', stage, (now() at time zone 'Asia/Shanghai')::date, '{}', facts, sealed,
         'roster', 'roster', now()
  from moved;
  return null;
end $$;
create trigger special_records_follow after insert on member
  referencing new table as arrived for each statement execute function special_records_follow();

-- A corrected id number is still the same person.
create function special_records_corrected() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update special_record set person = new.id_hash where member_id = new.id;
  return null;
end $$;
create trigger special_records_corrected after update of id_hash on member
  for each row when (old.id_hash is distinct from new.id_hash) execute function special_records_corrected();

-- Students who left school, for whoever judges the guarantee of education (义务教育有保障) or watches for a fall back.
create view school_drop_out with (security_invoker = true) as
  select id as record_id, household_id, village_code, member_id, cause, stage_on as "on", kind as level
  from special_record where register = 'STUDENT' and stage = 'DROPPED_OUT' and member_id is not null;

create table staged_special_record (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  since date not null,
  contact_name text,
  person bytea,
  household_id uuid,
  contact_phone bytea,
  facts jsonb,
  sealed bytea,
  primary key (import_id, line)
);
select staging_table('staged_special_record');

-- Numbers of rules by which the registers judge, and classes of diseases: versions with their sources.
create table special_rule (
  version    text    not null check (version ~ '^[A-Z0-9-]{3,40}$'),
  rule       text    not null check (rule in ('SCHOOLING', 'LEFT_BEHIND', 'DISABILITY_SUBSIDY')),
  division   bigint  not null,
  valid_from date    not null,
  valid_to   date    check (valid_to >= valid_from),
  parameter  text    not null,
  value      integer not null,
  mark       text    not null check (mark in ('PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text    not null check (source <> ''),
  loaded_by  text    not null,
  primary key (version, parameter)
);
comment on column special_rule.division is 'The lowest code of where it holds; 0 is everywhere. The smallest that contains a place wins.';
revoke update, delete on special_rule from "${appRole}";

create table disease_class (
  code       text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  name_zh    text not null check (name_zh <> ''),
  name_en    text not null check (name_en <> ''),
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  mark       text not null check (mark in ('PUBLIC', 'UNVERIFIED', 'ASSUMPTION', 'LOCAL')),
  source     text not null check (source <> ''),
  primary key (code, valid_from)
);
create table staged_disease_class (
  import_id uuid not null,
  line bigint not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  mark text,
  primary key (import_id, line)
);
select staging_table('staged_disease_class');
