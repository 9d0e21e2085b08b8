-- Idle money that a county takes back: proposed with its lines, decided by somebody else.

create table reclaim (
  id         uuid        primary key,
  county     bigint      not null check (county % 1000000 = 0),
  source_id  uuid        not null,
  year       integer     not null check (year between 1986 and 2100),
  document   text        not null check (length(document) between 1 and 100),
  amount_fen bigint      not null check (amount_fen > 0),
  stage      text        not null check (stage in ('PROPOSED', 'BOOKED', 'REJECTED')),
  entry_id   uuid        references journal_entry (id),
  created_at timestamptz not null,
  version    bigint      not null default 0,
  check ((stage = 'BOOKED') = (entry_id is not null))
);
comment on column reclaim.source_id is 'Source of reclaimed money into whose budget of the year it goes.';
create unique index one_open_reclaim_a_county on reclaim (county) where stage = 'PROPOSED';
create index reclaim_by_county on reclaim (county, id);
select secure_by_area('reclaim', 'county');
revoke delete, truncate on reclaim from "${appRole}";

create table reclaim_line (
  reclaim_id uuid    not null references reclaim (id),
  position   integer not null,
  county     bigint  not null,
  account_id uuid    not null references account (id),
  origin     integer not null,
  band       text    not null,
  amount_fen bigint  not null check (amount_fen > 0),
  primary key (reclaim_id, position)
);
comment on column reclaim_line.origin is 'Year for which its source gave the money.';
select secure_by_area('reclaim_line', 'county');
revoke update, delete, truncate on reclaim_line from "${appRole}";
