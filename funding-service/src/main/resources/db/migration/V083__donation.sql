-- Donations: who gave what for which purpose, receipts without gaps, and where goods went. Where money went stands in the
-- ledger: each donation of money is a source of its own.

create table donation (
  id              uuid        primary key,
  county          bigint      not null check (county % 1000000 = 0),
  donor_kind      text        not null check (donor_kind in ('ORGANISATION', 'PERSON')),
  donor_name      text        check (length(donor_name) between 1 and 200),
  name_hidden     boolean     not null,
  form            text        not null check (form in ('MONEY', 'GOODS')),
  amount_fen      bigint      not null check (amount_fen > 0),
  goods           text        check (length(goods) between 1 and 500),
  purpose         text        not null check (length(purpose) between 1 and 500),
  fund_id         uuid        references fund (id),
  received_on     date        not null,
  document_number text        not null check (length(document_number) between 1 and 100),
  stage           text        not null check (stage in ('RECORDED', 'RECEIPTED', 'REPORTED', 'RETURNED', 'DROPPED')),
  receipt_number  bigint      check (receipt_number > 0),
  receipted_on    date,
  source_id       uuid        references source (id),
  entry_id        uuid        references journal_entry (id),
  delivered_fen   bigint      not null default 0 check (delivered_fen between 0 and amount_fen),
  created_by      text        not null,
  created_at      timestamptz not null,
  version         bigint      not null,
  unique (county, receipt_number),
  check ((form = 'GOODS') = (goods is not null)),
  check (form = 'MONEY' or fund_id is null),
  check ((stage in ('RECEIPTED', 'REPORTED', 'RETURNED')) = (receipt_number is not null)),
  check ((receipt_number is not null and form = 'MONEY') = (entry_id is not null)),
  check ((entry_id is null) = (source_id is null)),
  check (form = 'GOODS' or delivered_fen = 0)
);
comment on column donation.donor_name is 'PERSONAL where the donor is a person; null when he stays anonymous.';
comment on column donation.receipt_number is 'Counts the county''s receipts from 1 without gaps; never used again.';
create index donation_by_county on donation (county, id);
select secure_by_area('donation', 'county');
revoke delete on donation from "${appRole}";

create table donation_delivery (
  id              uuid        primary key,
  donation_id     uuid        not null references donation (id),
  county          bigint      not null,
  village_code    bigint      not null,
  value_fen       bigint      not null check (value_fen > 0),
  description     text        not null check (length(description) between 1 and 500),
  delivered_on    date        not null,
  document_number text        not null check (length(document_number) between 1 and 100),
  recorded_by     text        not null,
  recorded_at     timestamptz not null
);
create index donation_delivery_by_donation on donation_delivery (donation_id, id);
select secure_by_area('donation_delivery', 'county');
revoke update, delete on donation_delivery from "${appRole}";
