-- What the others were last told of a monitored household, so that they are told again when it is no longer so.
alter table monitoring_case
  add column told_village bigint, add column told_hamlet text, add column told_householder text,
  add column told_persons integer;
create index monitoring_told on monitoring_case (village_code) where monitored_on is not null and ended_on is null;

-- What households told their helpers of their income: no income yet, until an officer or surveyor accepts it.
create table income_proposal (
  id           uuid        primary key,
  household_id uuid        not null,
  village_code bigint      not null,
  helper_name  text        not null check (helper_name <> ''),
  visited_on   date        not null,
  told_since   date        check (told_since <= visited_on),
  items        text[]      not null check (cardinality(items) >= 1),
  amounts      bigint[]    not null,
  state        text        not null default 'PROPOSED' check (state in ('PROPOSED', 'ACCEPTED', 'DECLINED')),
  reason       text,
  income_id    uuid        references income,
  decided_by   text,
  decided_name text,
  decided_at   timestamptz,
  foreign key (household_id, village_code) references household (id, village_code) on update cascade,
  check (cardinality(items) = cardinality(amounts) and 0 <= all (amounts)),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check ((decided_by is null) = (decided_name is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'ACCEPTED') = (income_id is not null) and (state = 'DECLINED') = (reason is not null))
);
comment on column income_proposal.id is 'The visit on which it was told.';
comment on column income_proposal.told_since is 'The visit before, since which it was earned; null when none is known.';
create index income_proposal_by_household on income_proposal (household_id, visited_on);
create index income_proposal_by_village on income_proposal (village_code, id);
select secure_by_area('income_proposal', 'village_code');
revoke delete on income_proposal from "${appRole}";
