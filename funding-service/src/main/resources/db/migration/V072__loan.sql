-- Loans of banks to households. The bank lends its own money: the principal is no money of the ledger; what is public is
-- the subsidy of the interest and the risk pool.

create table loan (
  id                 uuid        primary key,
  county             bigint      not null check (county % 1000000 = 0),
  village            bigint      not null check (village / 1000000 * 1000000 = county and village <> county),
  household_id       uuid        not null,
  person_id          uuid,
  product            text        not null
                                 check (product in ('MICRO_CREDIT', 'STUDENT', 'START_UP', 'WOMEN', 'REHABILITATION')),
  product_version    text        not null,
  amount_fen         bigint      not null check (amount_fen > 0),
  months             integer     not null check (months between 1 and 600),
  loan_use           text        not null,
  purpose            text        not null check (length(purpose) <= 500),
  applied_on         date        not null,
  school_year        integer     check (school_year between 2000 and 2100),
  school_ends_on     date,
  stage              text        not null check (stage in ('APPLIED', 'REVIEWED', 'APPROVED', 'ACTIVE', 'SETTLED',
                                                           'WRITTEN_OFF', 'REFUSED', 'WITHDRAWN')),
  origin             text        not null check (origin in ('PROCEDURE', 'BANK_FILE')),
  bank               text,
  contract_number    text        check (length(contract_number) between 1 and 100),
  rate_ppm           integer     check (rate_ppm between 0 and 1000000),
  subsidy_ppm        integer     check (subsidy_ppm between 0 and 1000000),
  penalty_ppm        integer     check (penalty_ppm between 0 and 1000000),
  day_count          text        check (day_count in ('ACT_360', 'ACT_365', 'THIRTY_360')),
  interest_every     text        check (interest_every in ('MONTH', 'QUARTER', 'YEAR', 'END')),
  repaid             text        check (repaid in ('AT_END', 'EQUAL_PARTS')),
  security           text        check (security in ('NONE', 'GUARANTEE', 'COLLATERAL')),
  pool_id            uuid        references risk_pool (id),
  disbursed_on       date,
  matures_on         date,
  grace_to           date,
  subsidised_to      date,
  extensions         integer     not null default 0 check (extensions >= 0),
  renewals           integer     not null default 0 check (renewals >= 0),
  use_finding        text        check (use_finding in ('PROPER', 'ENTERPRISE_USE', 'OTHER_MISUSE')),
  closed_on          date,
  paid_principal_fen bigint      not null default 0 check (paid_principal_fen between 0 and amount_fen),
  paid_interest_fen  bigint      not null default 0 check (paid_interest_fen >= 0),
  paid_penalty_fen   bigint      not null default 0 check (paid_penalty_fen >= 0),
  created_at         timestamptz not null,
  version            bigint      not null,
  check (stage in ('APPLIED', 'REVIEWED', 'REFUSED', 'WITHDRAWN')
         or (bank is not null and contract_number is not null and rate_ppm is not null and subsidy_ppm is not null
             and penalty_ppm is not null and day_count is not null and interest_every is not null
             and repaid is not null and security is not null)),
  check ((stage in ('ACTIVE', 'SETTLED', 'WRITTEN_OFF')) = (disbursed_on is not null)),
  check ((disbursed_on is null) = (matures_on is null) and (disbursed_on is null) = (grace_to is null)
         and (disbursed_on is null) = (subsidised_to is null)),
  check (matures_on > disbursed_on and grace_to between disbursed_on and matures_on),
  check ((stage in ('SETTLED', 'WRITTEN_OFF')) = (closed_on is not null)),
  check (product <> 'MICRO_CREDIT' or (coalesce(penalty_ppm, 0) = 0 and paid_penalty_fen = 0)),
  check (product <> 'MICRO_CREDIT' or coalesce(security, 'NONE') = 'NONE'),
  check (loan_use <> 'ENTERPRISE'),
  check ((product = 'STUDENT') = (person_id is not null)),
  check ((product = 'STUDENT') = (school_year is not null)),
  check ((product = 'STUDENT') = (school_ends_on is not null)),
  unique (bank, contract_number)
);
comment on column loan.rate_ppm is 'Millionths a year.';
comment on column loan.subsidy_ppm is 'The part of the rate that is subsidised, millionths a year.';
comment on column loan.use_finding is 'What the last check of the use found.';
create index loan_by_village on loan (village, id);
create index loan_by_household on loan (household_id);
create index loan_by_pool on loan (pool_id) where pool_id is not null;
create index loan_by_bank on loan (county, bank, product) where disbursed_on is not null;
select secure_by_area('loan', 'village');
revoke delete, truncate on loan from "${appRole}";

create table loan_step (
  loan_id  uuid        not null references loan (id),
  position integer     not null,
  step     text        not null,
  taken_by text        not null,
  name     text        not null,
  role     text        not null,
  remark   text        not null,
  taken_at timestamptz not null,
  primary key (loan_id, position)
);
alter table loan_step enable row level security;
create policy loan on loan_step using (exists (select 1 from loan l where l.id = loan_id));

create table loan_instalment (
  loan_id       uuid   not null references loan (id),
  due_on        date   not null,
  principal_fen bigint not null check (principal_fen >= 0),
  primary key (loan_id, due_on)
);
comment on table loan_instalment is 'When principal falls due, as planned; put off by an extension alone.';
alter table loan_instalment enable row level security;
create policy loan on loan_instalment using (exists (select 1 from loan l where l.id = loan_id));

create table loan_repayment (
  id            uuid        primary key,
  loan_id       uuid        not null references loan (id),
  village       bigint      not null,
  paid_on       date        not null,
  principal_fen bigint      not null check (principal_fen >= 0),
  interest_fen  bigint      not null check (interest_fen >= 0),
  penalty_fen   bigint      not null check (penalty_fen >= 0),
  reference     text        not null check (length(reference) between 1 and 100),
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  check (principal_fen + interest_fen + penalty_fen > 0),
  unique (loan_id, reference)
);
create index loan_repayment_by_day on loan_repayment (loan_id, paid_on);
select secure_by_area('loan_repayment', 'village');
revoke update, delete, truncate on loan_repayment from "${appRole}";

-- A loan's sums are those of its repayments, however these came in.
create function repayments_add_up() returns trigger language plpgsql as $$
begin
  update loan l
     set paid_principal_fen = l.paid_principal_fen + a.principal, paid_interest_fen = l.paid_interest_fen + a.interest,
         paid_penalty_fen = l.paid_penalty_fen + a.penalty, version = l.version + 1
    from (select loan_id, sum(principal_fen)::bigint as principal, sum(interest_fen)::bigint as interest,
                 sum(penalty_fen)::bigint as penalty
          from added group by loan_id) a
   where l.id = a.loan_id;
  return null;
end $$;
create trigger repayments_add_up after insert on loan_repayment
  referencing new table as added for each statement execute function repayments_add_up();

-- Running loans as they stand on a day, within the caller's area.
create function loan_standing(day date)
  returns table (loan_id uuid, county bigint, village bigint, household_id uuid, product text, bank text, pool_id uuid,
                 outstanding_fen bigint, overdue_fen bigint, overdue_since date)
  language sql stable as $$
  select l.id, l.county, l.village, l.household_id, l.product, l.bank, l.pool_id,
         (l.amount_fen - coalesce(p.fen, 0))::bigint,
         greatest(0, coalesce(d.fen, 0) - coalesce(p.fen, 0))::bigint,
         case when coalesce(d.fen, 0) > coalesce(p.fen, 0) then
           (select min(c.due_on)
              from (select i.due_on, sum(i.principal_fen) over (order by i.due_on) as fen
                    from loan_instalment i where i.loan_id = l.id and i.due_on < day) c
             where c.fen > coalesce(p.fen, 0)) end
  from loan l
  left join (select r.loan_id, sum(r.principal_fen) as fen from loan_repayment r where r.paid_on <= day group by r.loan_id) p
    on p.loan_id = l.id
  left join (select i.loan_id, sum(i.principal_fen) as fen from loan_instalment i where i.due_on < day group by i.loan_id) d
    on d.loan_id = l.id
  where l.disbursed_on <= day and (l.closed_on is null or l.closed_on > day)
$$;

create table credit_rating (
  id           uuid        primary key,
  household_id uuid        not null,
  village      bigint      not null,
  version      text        not null,
  findings     text[]      not null,
  points       integer     not null check (points >= 0),
  grade        text        not null,
  line_fen     bigint      not null check (line_fen >= 0),
  rated_on     date        not null,
  rated_by     text        not null,
  rated_at     timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by is distinct from rated_by)
);
comment on column credit_rating.version is 'Of the criteria and grades.';
comment on column credit_rating.findings is 'Criterion and option, with a blank between.';
create index credit_rating_by_village on credit_rating (village, id);
create index credit_rating_by_household on credit_rating (household_id, rated_on desc) where confirmed_by is not null;
select secure_by_area('credit_rating', 'village');
revoke delete, truncate on credit_rating from "${appRole}";

create table subsidy_claim (
  id       uuid    primary key references bank_claim (id),
  county   bigint  not null,
  bank     text    not null,
  product  text    not null,
  year     integer not null check (year between 2000 and 2100),
  quarter  integer not null check (quarter between 1 and 4),
  standing boolean not null default true
);
comment on column subsidy_claim.standing is 'False once the claim is rejected: the quarter may then be claimed again.';
create unique index subsidy_claim_once on subsidy_claim (county, bank, product, year, quarter) where standing;
select secure_by_area('subsidy_claim', 'county');
revoke delete, truncate on subsidy_claim from "${appRole}";

create table subsidy_line (
  claim_id    uuid   not null references subsidy_claim (id),
  loan_id     uuid   not null references loan (id),
  village     bigint not null,
  accrued_fen bigint not null check (accrued_fen >= 0),
  before_fen  bigint not null check (before_fen >= 0),
  amount_fen  bigint not null check (amount_fen <> 0),
  primary key (claim_id, loan_id),
  check (amount_fen = accrued_fen - before_fen)
);
comment on column subsidy_line.accrued_fen is 'Subsidised interest since the payout until the end of the quarter.';
comment on column subsidy_line.before_fen is 'What other claims that stand hold of it.';
create index subsidy_line_by_loan on subsidy_line (loan_id);
select secure_by_area('subsidy_line', 'village');
revoke update, delete, truncate on subsidy_line from "${appRole}";

create table staged_loan (
  import_id uuid not null,
  line bigint not null,
  bank text not null,
  contract_number text not null,
  household_id uuid not null,
  product text not null,
  amount bigint not null,
  rate text not null,
  disbursed_on date not null,
  matures_on date not null,
  loan_use text not null,
  id uuid,
  product_version text,
  months integer,
  rate_ppm integer,
  subsidy_ppm integer,
  day_count text,
  interest_every text,
  repaid text,
  most_fen bigint,
  borrowers text[],
  primary key (import_id, line)
);
select staging_table('staged_loan');

create table staged_repayment (
  import_id uuid not null,
  line bigint not null,
  bank text not null,
  contract_number text not null,
  paid_on date not null,
  principal bigint not null,
  interest bigint not null,
  penalty bigint,
  reference text not null,
  primary key (import_id, line)
);
select staging_table('staged_repayment');
