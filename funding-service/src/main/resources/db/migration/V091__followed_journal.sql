-- The age of a county's money as it was after an entry of its journal, so that a report follows only what came since. It is
-- derived from entries that never change and does not change itself: whoever empties both tables loses nothing but time.

create table followed_journal (
  county bigint not null check (county % 1000000 = 0),
  number bigint not null check (number > 0),
  primary key (county, number)
);
comment on column followed_journal.number is 'The last entry that was followed.';
select secure_by_area('followed_journal', 'county');
revoke update, delete, truncate on followed_journal from "${appRole}";

create table followed_lot (
  county     bigint  not null,
  number     bigint  not null,
  account_id uuid    not null references account (id),
  origin     integer not null,
  amount_fen bigint  not null check (amount_fen > 0),
  primary key (county, number, account_id, origin),
  foreign key (county, number) references followed_journal (county, number)
);
comment on column followed_lot.origin is 'Year for which its source gave the money.';
select secure_by_area('followed_lot', 'county');
revoke update, delete, truncate on followed_lot from "${appRole}";

-- What was the last entry before an instant.
create index journal_entry_by_time on journal_entry (county, posted_at, number);
