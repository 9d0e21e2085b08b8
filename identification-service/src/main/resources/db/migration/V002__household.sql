-- Households (农户) and their members (家庭成员).
create table household (
  id           uuid    primary key,
  village_code bigint  not null references division,
  hamlet       text    not null,
  address      text    not null,
  householder  text    not null check (householder <> ''),
  phone        bytea,
  persons      integer not null default 0 check (persons >= 0),
  labourers    integer not null default 0 check (labourers between 0 and persons),
  status       text    check (status in ('POOR', 'EXITED', 'RETURNED', 'REMOVED')),
  main_cause   text,
  revision     bigint  not null default 1,
  unique (id, village_code)
);
comment on column household.status is 'As in the poverty register, which keeps it up to date together with the main cause; null when never registered.';
comment on column household.phone is 'Encrypted.';
comment on column household.persons is 'Counted from the members, as are the labourers (labour ORDINARY or SKILLED).';
create index household_by_village on household (village_code, id);
select secure_by_area('household', 'village_code');

create table member (
  id            uuid     primary key,
  household_id  uuid     not null,
  village_code  bigint   not null,
  name          text     not null check (name <> ''),
  sex           text     not null check (sex in ('MALE', 'FEMALE')),
  birth_date    date     not null,
  relation      text     not null check (relation in (
    'HEAD', 'SPOUSE', 'SON', 'DAUGHTER', 'DAUGHTER_IN_LAW', 'SON_IN_LAW', 'GRANDSON', 'GRANDDAUGHTER',
    'MATERNAL_GRANDSON', 'MATERNAL_GRANDDAUGHTER', 'FATHER', 'MOTHER', 'WIFES_FATHER', 'WIFES_MOTHER',
    'HUSBANDS_FATHER', 'HUSBANDS_MOTHER', 'GRANDFATHER', 'GRANDMOTHER', 'MATERNAL_GRANDFATHER',
    'MATERNAL_GRANDMOTHER', 'OTHER')),
  ethnicity     text     not null check (ethnicity ~ '^[0-9]{2}$'),
  education     text     not null check (education in (
    'ILLITERATE', 'PRIMARY', 'JUNIOR', 'SENIOR', 'COLLEGE', 'PRESCHOOL')),
  schooling     text     not null check (schooling in (
    'NONE', 'PRESCHOOL', 'PRIMARY', 'GRADE_7', 'GRADE_8', 'GRADE_9', 'SENIOR_1', 'SENIOR_2', 'SENIOR_3',
    'VOCATIONAL_1', 'VOCATIONAL_2', 'VOCATIONAL_3', 'HIGHER_VOCATIONAL_1', 'HIGHER_VOCATIONAL_2',
    'HIGHER_VOCATIONAL_3', 'COLLEGE')),
  labour        text     not null check (labour in ('ORDINARY', 'SKILLED', 'LOST', 'NONE')),
  work          text     not null check (work in (
    'NONE', 'IN_TOWNSHIP', 'IN_COUNTY', 'IN_PROVINCE', 'OUT_OF_PROVINCE', 'OTHER')),
  months_worked smallint not null check (months_worked between 0 and 12),
  insured       boolean  not null,
  pensioned     boolean  not null,
  secrets       bytea    not null,
  id_hash       bytea    not null constraint person_in_one_household unique,
  foreign key (household_id, village_code) references household (id, village_code) on update cascade on delete cascade
);
comment on column member.secrets is 'Id number, health and disability, encrypted.';
comment on column member.id_hash is 'Keyed hash of the id number, for matching.';
comment on column member.ethnicity is 'GB/T 3304.';
create index member_by_household on member (household_id);
create unique index one_head on member (household_id) where relation = 'HEAD';
select secure_by_area('member', 'village_code');
