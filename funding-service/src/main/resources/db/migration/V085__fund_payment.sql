-- Grants and loans of households are paid as everything else that households get: through disbursements and the bank.

alter table fund_aid drop constraint fund_aid_stage_check;
alter table fund_aid add constraint fund_aid_stage_check
  check (stage in ('APPLIED', 'VERIFIED', 'REVIEWED', 'APPROVED', 'PAYING', 'PAID', 'SETTLED', 'WRITTEN_OFF', 'REJECTED'));

-- What was handed over to be paid, by the source and year that it is drawn from; it is not available meanwhile.
create table fund_payment (
  id         uuid    primary key,
  aid_id     uuid    not null references fund_aid (id),
  fund_id    uuid    not null references fund (id),
  division   bigint  not null,
  source_id  uuid    not null references source (id),
  year       integer not null,
  amount_fen bigint  not null check (amount_fen > 0),
  state      text    not null check (state in ('DUE', 'PAID', 'RETURNED')),
  settled_on date,
  check ((state = 'DUE') = (settled_on is null))
);
comment on column fund_payment.id is 'Of the payable that was handed over.';
create index fund_payment_by_aid on fund_payment (aid_id);
create index fund_payment_due on fund_payment (fund_id) where state = 'DUE';
select secure_by_area('fund_payment', 'division');
revoke update, delete on fund_payment from "${appRole}";
grant update (state, settled_on) on fund_payment to "${appRole}";

alter table fund_movement
  alter column entry_id drop not null,
  add column payment_id uuid references fund_payment (id),
  add check (entry_id is not null or payment_id is not null);
comment on column fund_movement.payment_id is 'Booked by the batch that paid it.';
