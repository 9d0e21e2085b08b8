-- Figures of the county's treasury that this service cannot count itself; the newest of a county, year, item and fund holds.

create table fiscal_figure (
  id              uuid        primary key,
  county          bigint      not null check (county % 1000000 = 0),
  year            integer     not null check (year between 1986 and 2100),
  item            text        not null
                              check (item in ('GENERAL_BUDGET_REVENUE', 'RECLAIMED_IDLE', 'MANAGEMENT_FEE', 'FACTOR_BASED_FUND')),
  fund            text        not null check (length(fund) <= 100),
  amount_fen      bigint      not null check (amount_fen >= 0),
  separate_fen    bigint      check (separate_fen between 0 and amount_fen),
  document_number text        not null check (length(document_number) between 1 and 100),
  as_of           date        not null,
  recorded_by     text        not null,
  recorded_at     timestamptz not null,
  check ((item = 'FACTOR_BASED_FUND') = (fund <> '')),
  check (item = 'FACTOR_BASED_FUND' or separate_fen is null),
  unique (county, year, item, fund, as_of, document_number)
);
comment on table fiscal_figure is 'Append-only: a corrected figure is a later row.';
create index fiscal_figure_by_county on fiscal_figure (county, id);
select secure_by_area('fiscal_figure', 'county');
revoke update, delete on fiscal_figure from "${appRole}";
