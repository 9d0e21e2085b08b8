-- Double entry in integer fen, append-only: the service's role can insert entries and postings, and nothing else.
-- Balances are kept by the database from the postings; the service has no right to write one.

create table account (
  id          uuid   primary key,
  kind        text   not null check (kind in ('SOURCE', 'BUDGET', 'VILLAGE')),
  county      bigint not null,
  division    bigint not null,
  source_id   uuid   not null,
  year        integer not null check (year between 1986 and 2100),
  balance_fen bigint not null default 0,
  minimum_fen bigint,
  check (minimum_fen is null or balance_fen >= minimum_fen),
  check ((kind = 'VILLAGE') = (division <> county)),
  unique (kind, division, source_id, year)
);
comment on column account.minimum_fen is 'The balance never goes below; null: it may, as that of a source, which gives.';
create index account_by_division on account (division, id);
select secure_by_area('account', 'division');

create table journal_entry (
  id            uuid        primary key,
  county        bigint      not null,
  number        bigint      not null check (number > 0),
  kind          text        not null check (kind in ('BUDGET', 'ALLOCATION', 'REVERSAL')),
  business_key  text        not null unique,
  memo          text        not null,
  reverses      uuid        unique references journal_entry (id),
  posted_by     text        not null,
  posted_at     timestamptz not null,
  lines         integer     not null check (lines >= 2),
  previous_hash bytea       not null,
  hash          bytea       not null check (length(hash) = 32),
  check ((kind = 'REVERSAL') = (reverses is not null)),
  unique (county, number)
);
comment on column journal_entry.business_key is 'What happened, so that it is posted once, however often it is tried.';
comment on column journal_entry.hash is 'SHA-256 over the previous hash of the county and everything in the entry.';
select secure_by_area('journal_entry', 'county');

create table posting (
  entry_id   uuid    not null references journal_entry (id),
  line       integer not null check (line > 0),
  account_id uuid    not null references account (id),
  division   bigint  not null,
  amount_fen bigint  not null check (amount_fen <> 0),
  primary key (entry_id, line)
);
create index posting_by_account on posting (account_id, entry_id);
select secure_by_area('posting', 'division');

-- An entry is complete and balanced when its transaction ends.
create function entry_must_balance() returns trigger language plpgsql security definer set search_path = public as $$
declare
  counted integer;
  total   numeric;
begin
  select count(*), coalesce(sum(amount_fen), 0) into counted, total from posting where entry_id = new.id;
  if counted <> new.lines or total <> 0 then
    raise exception 'Entry % (% of % lines, sum % fen) must have all its lines and sum to 0', new.id, counted, new.lines, total
      using errcode = 'check_violation', constraint = 'entry_must_balance';
  end if;
  return null;
end $$;
create constraint trigger entry_must_balance after insert on journal_entry
  deferrable initially deferred for each row execute function entry_must_balance();

-- Postings belong to the lines that their entry announced, and move the balances.
create function postings_move_balances() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from added join journal_entry e on e.id = added.entry_id where added.line > e.lines) then
    raise exception 'A complete entry takes no further lines'
      using errcode = 'check_violation', constraint = 'entry_is_complete';
  end if;
  update account set balance_fen = balance_fen + moved.fen
    from (select account_id, sum(amount_fen) as fen from added group by account_id) moved
    where account.id = moved.account_id;
  return null;
end $$;
create trigger postings_move_balances after insert on posting
  referencing new table as added for each statement execute function postings_move_balances();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: post a reversal instead'
    using errcode = 'insufficient_privilege';
end $$;
create trigger journal_entry_is_append_only before update or delete or truncate on journal_entry
  for each statement execute function ledger_is_append_only();
create trigger posting_is_append_only before update or delete or truncate on posting
  for each statement execute function ledger_is_append_only();

revoke update, delete, truncate on account, journal_entry, posting from "${appRole}";
