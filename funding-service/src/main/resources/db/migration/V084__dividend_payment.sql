-- Dividends of households are paid as everything else that households get: through disbursements and the bank.

alter table dividend drop constraint dividend_stage_check;
alter table dividend add constraint dividend_stage_check
  check (stage in ('PLANNED', 'REVIEWED', 'NOTICED', 'APPROVED', 'PAYING', 'PAID', 'CANCELLED'));
alter table dividend add check (stage not in ('PAYING', 'PAID') or entry_id is not null);

alter table dividend_line
  add column paid_on     date,
  add column released_on date,
  add check (paid_on is null or released_on is null);
comment on column dividend_line.paid_on is 'When the bank said that it arrived; the collective''s when it was booked.';
comment on column dividend_line.released_on is 'When it went to the collective of the village, because it could not be paid.';
create index dividend_line_unpaid on dividend_line (dividend_id) where paid_on is null and released_on is null;
grant update (paid_on, released_on) on dividend_line to "${appRole}";
