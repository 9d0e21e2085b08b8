-- The treasury's part of a risk pool comes out of the fund that was founded for it (扶贫小额信贷分险基金).

alter table fund_movement
  drop constraint fund_movement_kind_check,
  drop constraint fund_movement_check,
  add constraint fund_movement_kind_check
    check (kind in ('CONTRIBUTION', 'DUES', 'DONATION', 'GRANT', 'LOAN', 'REPAYMENT', 'FEE', 'RETURN', 'POOL')),
  add constraint fund_movement_sign check ((kind in ('GRANT', 'LOAN', 'RETURN', 'POOL')) = (amount_fen < 0));

alter table pool_contribution
  add column fund_id uuid references fund (id),
  add check (fund_id is null or payer = 'TREASURY');
comment on column pool_contribution.fund_id is 'The fund that it came from; null of lenders, and of what came out of a budget before funds were asked for.';
