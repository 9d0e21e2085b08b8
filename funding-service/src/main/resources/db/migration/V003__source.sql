-- Where the money comes from, and what each county was given of it in a year.

create table source (
  id       uuid   primary key,
  name     text   not null check (length(name) between 1 and 200),
  kind     text   not null,
  level    text   not null,
  version  bigint not null,
  unique (name)
);
comment on table source is 'Reference data for every area; what a county gets of it stands in budget.';

create table budget (
  id              uuid    primary key,
  county          bigint  not null check (county % 1000000 = 0),
  year            integer not null check (year between 1986 and 2100),
  source_id       uuid    not null references source (id),
  amount_fen      bigint  not null check (amount_fen > 0),
  document_number text    not null check (length(document_number) between 1 and 100),
  issued_on       date    not null,
  entry_id        uuid    not null references journal_entry (id),
  unique (county, year, source_id, document_number)
);
create index budget_by_county on budget (county, id);
select secure_by_area('budget', 'county');
revoke update, delete on budget from "${appRole}";
