-- What the ledger asks of its entries is asked of all that a statement writes at once, not of each row. Postings are written
-- first and then the entries that they belong to, complete: an entry that exists takes no further lines, and a posting whose
-- entry never comes fails its foreign key when the transaction ends.

drop trigger entry_must_balance on journal_entry;
drop function entry_must_balance();
alter table posting alter constraint posting_entry_id_fkey deferrable initially deferred;

-- The plan must go by the index of postings whatever the tables held when it was made.
create function entries_must_balance() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  wrong record;
begin
  select added.id, added.lines, p.counted, p.total into wrong
    from added cross join lateral (
      select count(*) as counted, coalesce(sum(amount_fen), 0) as total from posting where entry_id = added.id) p
    where p.counted <> added.lines or p.total <> 0
    limit 1;
  if found then
    raise exception 'Entry % (% of % lines, sum % fen) must have all its lines and sum to 0',
      wrong.id, wrong.counted, wrong.lines, wrong.total
      using errcode = 'check_violation', constraint = 'entry_must_balance';
  end if;
  return null;
end $$;
create trigger entries_must_balance after insert on journal_entry
  referencing new table as added for each statement execute function entries_must_balance();

-- Every account that is posted to must be there: what a foreign key would ask for each posting, locking the row of the busy
-- account each time, the update of the balances shows once. No account goes away or changes its id.
alter table posting drop constraint posting_account_id_fkey;
create or replace function postings_move_balances() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  named integer;
  moved integer;
begin
  if exists (select 1 from (select distinct entry_id from added) a join journal_entry e on e.id = a.entry_id) then
    raise exception 'A complete entry takes no further lines'
      using errcode = 'check_violation', constraint = 'entry_is_complete';
  end if;
  select count(distinct account_id) into named from added;
  update account set balance_fen = balance_fen + sums.fen
    from (select account_id, sum(amount_fen) as fen from added group by account_id) sums
    where account.id = sums.account_id;
  get diagnostics moved = row_count;
  if moved <> named then
    raise exception 'A posting must be to an account that exists'
      using errcode = 'foreign_key_violation', constraint = 'posting_account_exists';
  end if;
  return null;
end $$;

create function account_stays() returns trigger language plpgsql as $$
begin
  raise exception 'An account stays what it is: postings are made to it' using errcode = 'insufficient_privilege';
end $$;
create trigger account_stays before delete or truncate or update of id on account
  for each statement execute function account_stays();

-- The id of an account as before, now of expressions that the planner puts in the place of the call (no operator between text
-- and a number, which PostgreSQL does not hold immutable): the check of an account's row is made whenever its balance moves.
create function account_hash(kind text, county bigint, division bigint, source_id uuid, year integer, subject uuid) returns bytea
  language sql immutable parallel safe as $$
  select sha256((kind || '|' || county::text || '|' || division::text || '|' || source_id::text || '|' || year::text || '|'
    || coalesce(subject::text, ''))::bytea)
$$;
create or replace function account_id(kind text, county bigint, division bigint, source_id uuid, year integer, subject uuid)
  returns uuid language sql immutable parallel safe as $$
  select encode(set_byte(set_byte(substr(account_hash(kind, county, division, source_id, year, subject), 1, 16),
    6, get_byte(account_hash(kind, county, division, source_id, year, subject), 6) & 15 | 128),
    8, get_byte(account_hash(kind, county, division, source_id, year, subject), 8) & 63 | 128), 'hex')::uuid
$$;
