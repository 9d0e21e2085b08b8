-- From what is due to whom (payable), by an order that three people sign (disbursement), to what the bank was told to pay
-- (payment, in batches) and what it answered.

create table disbursement (
  id                uuid        primary key,
  county            bigint      not null check (county % 1000000 = 0),
  kind              text        not null check (kind in ('PROJECT', 'HOUSEHOLDS')),
  benefit           text        not null,
  year              integer     not null check (year between 1986 and 2100),
  project_id        uuid,
  purpose           text        not null check (length(purpose) between 1 and 200),
  payments          bigint      not null check (payments >= 0),
  amount_fen        bigint      not null check (amount_fen >= 0),
  refused           bigint      not null check (refused >= 0),
  refused_fen       bigint      not null check (refused_fen >= 0),
  stage             text        not null check (stage in ('DRAFT', 'CHECKED', 'APPROVED', 'PAID', 'RETURNED')),
  rule_version      text,
  negative_list     text,
  batch_id          uuid,
  created_at        timestamptz not null,
  version           bigint      not null,
  check ((kind = 'PROJECT') = (project_id is not null)),
  check ((stage = 'PAID') = (batch_id is not null)),
  check (stage not in ('CHECKED', 'APPROVED', 'PAID') or negative_list is not null)
);
create index disbursement_by_county on disbursement (county, id);
create index disbursement_by_project on disbursement (project_id) where project_id is not null;
select secure_by_area('disbursement', 'county');

create table disbursement_step (
  disbursement_id uuid        not null references disbursement (id),
  position        integer     not null,
  step            text        not null,
  taken_by        text        not null,
  name            text        not null,
  role            text        not null,
  remark          text        not null,
  taken_at        timestamptz not null,
  primary key (disbursement_id, position)
);
alter table disbursement_step enable row level security;
create policy disbursement on disbursement_step
  using (exists (select 1 from disbursement d where d.id = disbursement_id));

create table payable (
  id               uuid        primary key,
  kind             text        not null check (kind in ('BENEFIT', 'DIVIDEND', 'FUND_GRANT', 'FUND_LOAN', 'LOAN_SUBSIDY',
                                                        'DONATION_AID', 'PROJECT')),
  benefit          text        not null,
  county           bigint      not null check (county % 1000000 = 0),
  village_code     bigint      not null check (village_code between county and county + 999999),
  household_id     uuid,
  person_id        uuid,
  payee            text        check (length(payee) between 1 and 100),
  account_kind     text        not null check (account_kind in ('BUDGET', 'VILLAGE', 'PROJECT', 'FUND', 'RISK_POOL', 'OPERATOR')),
  account_division bigint      not null check (account_division between county and county + 999999),
  source_id        uuid        not null references source (id),
  year             integer     not null check (year between 1986 and 2100),
  subject          uuid,
  amount_fen       bigint      not null check (amount_fen between 1 and 10000000000000000),
  basis            text        not null check (length(basis) between 1 and 200),
  period_from      date        not null,
  period_to        date        not null check (period_to >= period_from),
  disbursement_id  uuid        references disbursement (id),
  refusal          text,
  refused_item     text,
  stands           boolean     not null default true,
  added_by         text        not null,
  added_at         timestamptz not null,
  check ((kind = 'PROJECT') = (household_id is null)),
  check ((kind = 'PROJECT') = (payee is not null)),
  check (person_id is null or household_id is not null),
  check (refusal is null or not stands)
) with (fillfactor = 80);
comment on table payable is 'SENSITIVE: who gets what for which reason.';
comment on column payable.stands is 'False once it was refused or its money came back for good: then the same may be claimed anew.';
create unique index payable_claimed_once on payable
  (household_id, benefit, period_from, coalesce(person_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where stands and kind = 'BENEFIT';
create index payable_due on payable (county, benefit, year) where disbursement_id is null and stands;
create index payable_by_disbursement on payable (disbursement_id, id) where disbursement_id is not null;
create index payable_by_household on payable (household_id, id) where household_id is not null;
create index payable_by_subject on payable (subject) where subject is not null;
select secure_by_area('payable', 'village_code');

create table payment_batch (
  id         uuid        primary key,
  county     bigint      not null check (county % 1000000 = 0),
  retry_of   uuid        references payment_batch (id),
  payments   bigint      not null check (payments > 0),
  amount_fen bigint      not null check (amount_fen > 0),
  refused    bigint      not null check (refused >= 0),
  entry_id   uuid        references journal_entry (id),
  created_by text        not null,
  created_at timestamptz not null,
  check ((retry_of is null) = (entry_id is not null))
);
comment on column payment_batch.entry_id is 'The entry that sent the money; a batch of retries sends what is in transit already.';
create index payment_batch_by_county on payment_batch (county, id);
select secure_by_area('payment_batch', 'county');
alter table disbursement add foreign key (batch_id) references payment_batch (id) deferrable initially deferred;

create table payment (
  id           uuid    primary key,
  batch_id     uuid    not null references payment_batch (id) deferrable initially deferred,
  payable_id   uuid    not null references payable (id),
  retries      uuid    unique references payment (id),
  county       bigint  not null,
  village_code bigint  not null,
  household_id uuid,
  person_id    uuid,
  amount_fen   bigint  not null check (amount_fen > 0),
  stage        text    not null default 'SENT'
                       check (stage in ('SENT', 'PAID', 'FAILED', 'CORRECTED', 'TO_RETRY', 'RETRIED', 'RETURNED')),
  live         boolean not null default true,
  reason       text    check (length(reason) <= 200),
  settled_on   date,
  import_id    uuid,
  import_line  bigint,
  revision     bigint  not null default 0,
  check (live or stage in ('RETRIED', 'RETURNED')),
  check (stage <> 'PAID' or settled_on is not null)
) with (fillfactor = 60);
comment on table payment is 'SENSITIVE: who is paid what.';
-- Nothing is paid twice: whatever is due has one payment that is on its way or has arrived, and a second is impossible.
create unique index payment_once on payment (payable_id) where live;
create index payment_by_batch on payment (batch_id, id);
select secure_by_area('payment', 'village_code');

create table payment_step (
  payment_id   uuid        not null references payment (id),
  position     integer     not null,
  village_code bigint      not null,
  step         text        not null,
  taken_by     text        not null,
  name         text        not null,
  role         text        not null,
  remark       text        not null,
  taken_at     timestamptz not null,
  primary key (payment_id, position)
);
select secure_by_area('payment_step', 'village_code');

-- A payment goes only ways that the procedure knows: the bank's second answer finds the first one here.
create function payment_keeps_to_its_steps() returns trigger language plpgsql as $$
begin
  if not (old.stage = 'SENT' and new.stage in ('PAID', 'FAILED')
       or old.stage = 'FAILED' and new.stage in ('CORRECTED', 'TO_RETRY', 'RETURNED')
       or old.stage = 'CORRECTED' and new.stage in ('TO_RETRY', 'RETURNED')
       or old.stage = 'TO_RETRY' and new.stage in ('RETRIED', 'RETURNED')
       or old.stage = 'PAID' and new.stage = 'RETURNED') then
    raise exception 'Payment % cannot go from % to %', new.id, old.stage, new.stage
      using errcode = 'check_violation', constraint = 'payment_keeps_to_its_steps';
  end if;
  return new;
end $$;
create trigger payment_keeps_to_its_steps before update of stage on payment
  for each row execute function payment_keeps_to_its_steps();

revoke delete on payable, disbursement, disbursement_step, payment from "${appRole}";
revoke update, delete on payment_batch, payment_step from "${appRole}";

create table staged_benefit_claim (
  import_id    uuid   not null,
  line         bigint not null,
  id           uuid   not null,
  household_id uuid   not null,
  person_id    uuid,
  benefit      text   not null,
  period_from  date   not null,
  period_to    date   not null,
  amount_fen   bigint,
  source_id    uuid   not null,
  account      text,
  year         integer not null,
  basis        text   not null,
  primary key (import_id, line)
);
select staging_table('staged_benefit_claim');

create table staged_payment_result (
  import_id  uuid   not null,
  line       bigint not null,
  payment_id uuid   not null,
  amount_fen bigint not null,
  result     text   not null,
  reason     text,
  on_day     date   not null,
  batch_id   uuid   not null,
  primary key (import_id, line)
);
select staging_table('staged_payment_result');
