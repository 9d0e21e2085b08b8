-- Interest subsidies are paid to banks by disbursements and batches as everything else; what was paid for a misused loan is
-- claimed back.

alter table payable
  drop constraint payable_check2,
  drop constraint payable_check3,
  add constraint payable_has_a_payee check (
    case kind when 'PROJECT' then household_id is null and payee is not null
              when 'LOAN_SUBSIDY' then (household_id is null) = (payee is not null)
              else household_id is not null and payee is null end);

alter table disbursement drop constraint disbursement_kind_check;
alter table disbursement add constraint disbursement_kind_check check (kind in ('PROJECT', 'HOUSEHOLDS', 'LENDERS'));

alter table bank_claim
  drop constraint bank_claim_check,
  drop constraint bank_claim_check1,
  drop constraint bank_claim_stage_check,
  add constraint bank_claim_stage_check check (stage in ('CLAIMED', 'CHECKED', 'APPROVED', 'PAYING', 'PAID', 'REJECTED')),
  add column payable_id uuid unique references payable (id),
  add check ((stage = 'PAID') = (paid_on is not null)),
  add check (entry_id is null or stage = 'PAID'),
  add check (kind = 'SUBSIDY' or (stage = 'PAID') = (entry_id is not null)),
  add check (stage <> 'PAYING' or payable_id is not null);
comment on column bank_claim.payable_id is 'What was handed over to be paid last; the batch that pays it has the entry.';
comment on column bank_claim.entry_id is 'Of a compensation, which leaves the pool at once.';

alter table bank_claim_step
  drop constraint bank_claim_step_step_check,
  add constraint bank_claim_step_step_check
    check (step in ('CLAIM', 'CHECK', 'APPROVE', 'PAY', 'ARRIVE', 'BOUNCE', 'REJECT'));

create index loan_misused on loan (id) where use_finding in ('ENTERPRISE_USE', 'OTHER_MISUSE');

create table subsidy_refund (
  id          uuid        primary key,
  loan_id     uuid        not null references loan (id),
  county      bigint      not null check (county % 1000000 = 0),
  village     bigint      not null,
  amount_fen  bigint      not null check (amount_fen > 0),
  received_on date        not null,
  reference   text        not null check (length(reference) between 1 and 100),
  entry_id    uuid        not null unique references journal_entry (id),
  recorded_by text        not null,
  recorded_at timestamptz not null,
  unique (loan_id, reference)
);
comment on table subsidy_refund is 'What a bank gave back of the subsidy of a misused loan.';
create index subsidy_refund_by_village on subsidy_refund (village, id);
select secure_by_area('subsidy_refund', 'village');
revoke update, delete, truncate on subsidy_refund from "${appRole}";

create table subsidy_refund_part (
  refund_id  uuid   not null references subsidy_refund (id),
  claim_id   uuid   not null,
  loan_id    uuid   not null,
  village    bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (refund_id, claim_id),
  foreign key (claim_id, loan_id) references subsidy_line (claim_id, loan_id)
);
comment on table subsidy_refund_part is 'By which claim it was paid: the money goes back to the budget that paid that claim.';
create index subsidy_refund_part_by_loan on subsidy_refund_part (loan_id);
select secure_by_area('subsidy_refund_part', 'village');
revoke update, delete, truncate on subsidy_refund_part from "${appRole}";
