-- Compensations: what a risk pool pays for the loss of a loan, from which of its accounts, and what came back.

create table pool_claim (
  id            uuid    primary key references bank_claim (id),
  county        bigint  not null,
  pool_id       uuid    not null references risk_pool (id),
  loan_id       uuid    not null references loan (id),
  reason        text    not null check (reason in ('OVERDUE', 'DEATH', 'DISASTER', 'FAMILY_CATASTROPHE')),
  evidence      text    not null check (length(evidence) between 1 and 1000),
  claimed_on    date    not null,
  days_overdue  integer not null check (days_overdue >= 0),
  principal_fen bigint  not null check (principal_fen > 0),
  interest_fen  bigint  not null check (interest_fen >= 0),
  pool_fen      bigint  not null check (pool_fen > 0),
  lender_fen    bigint  not null check (lender_fen >= 0),
  standing      boolean not null default true,
  check (pool_fen + lender_fen = principal_fen + interest_fen)
);
comment on column pool_claim.standing is 'False once the claim is rejected: the loan may then be claimed again.';
create unique index pool_claim_once on pool_claim (loan_id) where standing;
create index pool_claim_by_pool on pool_claim (pool_id, id);
select secure_by_area('pool_claim', 'county');
revoke delete, truncate on pool_claim from "${appRole}";

create table pool_draw (
  claim_id   uuid    not null references pool_claim (id),
  county     bigint  not null,
  source_id  uuid    not null references source (id),
  year       integer not null,
  amount_fen bigint  not null check (amount_fen > 0),
  primary key (claim_id, source_id, year)
);
comment on table pool_draw is 'From which accounts of the pool a compensation was paid.';
select secure_by_area('pool_draw', 'county');
revoke update, delete, truncate on pool_draw from "${appRole}";

create table pool_recovery (
  id          uuid        primary key,
  claim_id    uuid        not null references pool_claim (id),
  county      bigint      not null,
  amount_fen  bigint      not null check (amount_fen > 0),
  pool_fen    bigint      not null check (pool_fen >= 0),
  lender_fen  bigint      not null check (lender_fen >= 0),
  received_on date        not null,
  reference   text        not null check (length(reference) between 1 and 100),
  entry_id    uuid        references journal_entry (id),
  recorded_by text        not null,
  recorded_at timestamptz not null,
  check (pool_fen + lender_fen = amount_fen),
  unique (claim_id, reference)
);
select secure_by_area('pool_recovery', 'county');
revoke update, delete, truncate on pool_recovery from "${appRole}";

create table pool_return (
  recovery_id uuid    not null references pool_recovery (id),
  claim_id    uuid    not null,
  county      bigint  not null,
  source_id   uuid    not null references source (id),
  year        integer not null,
  amount_fen  bigint  not null check (amount_fen > 0),
  primary key (recovery_id, source_id, year),
  foreign key (claim_id, source_id, year) references pool_draw (claim_id, source_id, year)
);
comment on table pool_return is 'To which accounts of the pool a recovery went back.';
select secure_by_area('pool_return', 'county');
revoke update, delete, truncate on pool_return from "${appRole}";
