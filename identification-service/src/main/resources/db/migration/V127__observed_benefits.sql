-- funding-service: what households received, payments (补助) and dividends of assets (收益分红). Guarded upserts of events; can
-- be rebuilt from the topic at any time.
create table observed_benefit (
  id           uuid    primary key,
  kind         text    not null check (kind in ('PAYMENT', 'DIVIDEND')),
  household_id uuid    not null,
  village_code bigint  not null,
  benefit      text    not null,
  asset_id     uuid,
  year         integer not null,
  amount_fen   bigint  not null check (amount_fen >= 0),
  floor_fen    bigint  check (floor_fen >= 0),
  dividend_fen bigint  check (dividend_fen >= 0),
  state        text    not null check (state in ('PAID', 'RETURNED')),
  paid_on      date    not null,
  source_name  text,
  revision     bigint  not null,
  check ((kind = 'DIVIDEND') = (asset_id is not null))
);
comment on column observed_benefit.benefit is 'Code of funding''s rules of benefits; DIVIDEND for dividends.';
comment on column observed_benefit.year is 'Of the budget that paid, or for which the asset yielded.';
create index observed_benefit_by_household on observed_benefit (household_id, paid_on);
select secure_by_area('observed_benefit', 'village_code');
