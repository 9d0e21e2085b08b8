-- Risk pools: what treasury and lenders put together to bear losses of loans.

create table risk_pool (
  id               uuid        primary key,
  county           bigint      not null check (county % 1000000 = 0),
  name             text        not null check (length(name) between 1 and 200),
  bank             text,
  products         text[]      not null check (cardinality(products) between 1 and 10),
  pool_share       integer     not null check (pool_share between 0 and 10000),
  leverage         integer     not null check (leverage between 1 and 100),
  trigger_days     integer     not null check (trigger_days between 1 and 1000),
  stop_overdue     integer     not null check (stop_overdue between 0 and 10000),
  stop_compensated integer     not null check (stop_compensated between 0 and 10000),
  rules_version    text        not null,
  agreed_on        date        not null,
  created_by       text        not null,
  created_at       timestamptz not null,
  unique (county, name)
);
comment on column risk_pool.bank is 'The one lender whose loans it covers; null: of all.';
comment on column risk_pool.pool_share is 'What the pool bears of a loss, basis points; the lender bears the rest.';
create index risk_pool_by_county on risk_pool (county, id);
select secure_by_area('risk_pool', 'county');
revoke delete, truncate on risk_pool from "${appRole}";

create table pool_contribution (
  id              uuid        primary key,
  pool_id         uuid        not null references risk_pool (id),
  county          bigint      not null,
  payer           text        not null check (payer in ('TREASURY', 'LENDER')),
  source_id       uuid        not null references source (id),
  year            integer     not null check (year between 1986 and 2100),
  amount_fen      bigint      not null check (amount_fen > 0),
  document_number text        not null check (length(document_number) between 1 and 100),
  entry_id        uuid        not null unique references journal_entry (id),
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  unique (pool_id, document_number)
);
create index pool_contribution_by_pool on pool_contribution (pool_id, id);
select secure_by_area('pool_contribution', 'county');
revoke update, delete, truncate on pool_contribution from "${appRole}";
