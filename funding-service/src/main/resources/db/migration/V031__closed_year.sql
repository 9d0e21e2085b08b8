-- Years whose books a county has closed: what their accounts held went on into the next year that is open.

create table closed_year (
  county     bigint      not null check (county % 1000000 = 0),
  year       integer     not null check (year between 1986 and 2100),
  run        integer     not null check (run > 0),
  amount_fen bigint      not null check (amount_fen >= 0),
  entry_id   uuid        references journal_entry (id),
  closed_by  text        not null,
  closed_at  timestamptz not null,
  primary key (county, year, run),
  check ((amount_fen > 0) = (entry_id is not null))
);
comment on column closed_year.run is 'A year is closed again when money came back into it since: 1, 2, 3, ...';
select secure_by_area('closed_year', 'county');
revoke update, delete, truncate on closed_year from "${appRole}";
create index account_by_county_and_year on account (county, year, kind);
