-- What somebody holds against an exit while its notice is up (异议). An open one holds the exit; one that was upheld leaves
-- only the way back. It is decided after a re-check by other people.
create table exit_objection (
  id            uuid        primary key,
  exit_id       uuid        not null,
  place_code    bigint      not null,
  notice        integer     not null,
  raised_by     text        not null check (raised_by <> ''),
  text          text        not null check (text <> ''),
  raised_on     date        not null,
  recorded_by   text        not null,
  recorded_name text        not null,
  state         text        not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  finding       text,
  investigators text[]      check (cardinality(investigators) >= 2),
  resolved_by   text,
  resolved_name text,
  resolved_at   timestamptz,
  revision      bigint      not null default 1,
  foreign key (exit_id, place_code) references exit_case (id, place_code) on update cascade,
  check ((state = 'OPEN') = (resolved_by is null)),
  check ((resolved_by is null) = (finding is null) and (resolved_by is null) = (investigators is null)
         and (resolved_by is null) = (resolved_at is null)),
  check (resolved_by <> recorded_by)
);
comment on column exit_objection.notice is 'Against which notice of the exit: its step.';
create index exit_objection_by_exit on exit_objection (exit_id);
create index exit_objection_by_place on exit_objection (place_code, id);
select secure_by_area('exit_objection', 'place_code');
revoke delete on exit_objection from "${appRole}";

-- What was found before of a criterion, when another finding took its place: kept by the database, whoever writes.
create table exit_former_finding (
  like exit_finding,
  replaced_at timestamptz not null default now(),
  foreign key (exit_id, place_code) references exit_case (id, place_code) on update cascade
);
create index exit_former_finding_by_exit on exit_former_finding (exit_id);
select secure_by_area('exit_former_finding', 'place_code');
revoke update, delete on exit_former_finding from "${appRole}";
create function keep_former_finding() returns trigger language plpgsql as $$
begin
  if (old.met, old.stated, old.value, old.threshold, old.evidence, old.note)
     is distinct from (new.met, new.stated, new.value, new.threshold, new.evidence, new.note) then
    insert into exit_former_finding select old.*;
  end if;
  return null;
end $$;
create trigger keep_former_finding after update on exit_finding for each row execute function keep_former_finding();

-- The special evaluation of a county (专项评估检查) by an institution that has no part in the exit: before the approval for
-- the year of the exit, later when the State samples those that left. The shares are findings of their criteria.
alter table exit_criterion drop constraint exit_criterion_measured_by_check;
alter table exit_criterion
  add constraint exit_criterion_measured_by_check check (measured_by in ('TEAM', 'REGISTER', 'EVALUATION'));
create table exit_evaluation (
  exit_id        uuid        not null,
  year           integer     not null,
  place_code     bigint      not null,
  institution    text        not null check (institution <> ''),
  evaluated_on   date        not null,
  exited_sampled integer     not null check (exited_sampled >= 1),
  wrong_exits    integer     not null check (wrong_exits between 0 and exited_sampled),
  others_sampled integer     not null check (others_sampled >= 1),
  missed         integer     not null check (missed between 0 and others_sampled),
  asked          integer     not null check (asked >= 1),
  satisfied      integer     not null check (satisfied between 0 and asked),
  report         text        not null check (report <> ''),
  recorded_by    text        not null,
  recorded_name  text        not null,
  recorded_at    timestamptz not null,
  primary key (exit_id, year, recorded_at),
  foreign key (exit_id, place_code) references exit_case (id, place_code) on update cascade
);
comment on table exit_evaluation is 'Append-only; of a year the last one counts.';
select secure_by_area('exit_evaluation', 'place_code');
revoke update, delete on exit_evaluation from "${appRole}";
