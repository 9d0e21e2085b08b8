-- Normative data that was loaded since the service was built: rows beside those that ship with it.

create table loaded_data (
  id        uuid        primary key,
  name      text        not null,
  csv       text        not null check (length(csv) <= 200000),
  source    text        not null check (length(source) between 1 and 500),
  loaded_by text        not null,
  loaded_at timestamptz not null
);
comment on table loaded_data is 'Reference data of every area; a piece of CSV with its head line. Append-only.';
create index loaded_data_by_name on loaded_data (name, id);
revoke update, delete, truncate on loaded_data from "${appRole}";

-- Claims of banks against public money: interest subsidies and compensations. One procedure for both.

create table bank_claim (
  id         uuid        primary key,
  kind       text        not null check (kind in ('SUBSIDY', 'COMPENSATION')),
  county     bigint      not null check (county % 1000000 = 0),
  bank       text        not null,
  amount_fen bigint      not null check (amount_fen > 0),
  stage      text        not null check (stage in ('CLAIMED', 'CHECKED', 'APPROVED', 'PAID', 'REJECTED')),
  entry_id   uuid        references journal_entry (id),
  paid_on    date,
  created_at timestamptz not null,
  version    bigint      not null,
  check ((stage = 'PAID') = (entry_id is not null)),
  check ((stage = 'PAID') = (paid_on is not null))
);
create index bank_claim_by_county on bank_claim (county, id);
select secure_by_area('bank_claim', 'county');

create table bank_claim_step (
  claim_id uuid        not null references bank_claim (id),
  position integer     not null,
  step     text        not null check (step in ('CLAIM', 'CHECK', 'APPROVE', 'PAY', 'REJECT')),
  taken_by text        not null,
  name     text        not null,
  role     text        not null,
  remark   text        not null,
  taken_at timestamptz not null,
  primary key (claim_id, position)
);
alter table bank_claim_step enable row level security;
create policy claim on bank_claim_step using (exists (select 1 from bank_claim c where c.id = claim_id));
