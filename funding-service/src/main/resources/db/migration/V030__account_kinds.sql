-- The accounts of the whole way of the money, from its source to who received it, and the entries between them.

alter table account drop constraint account_kind_check;
alter table account drop constraint account_check1;
alter table account drop constraint account_kind_division_source_id_year_key;
alter table account add column subject uuid;
comment on column account.subject is 'The project, fund, pool or asset that the account is about.';
alter table account
  add check (kind in ('SOURCE', 'BUDGET', 'VILLAGE', 'PROJECT', 'IN_TRANSIT', 'PAID', 'FUND', 'RISK_POOL', 'OPERATOR', 'WRITTEN_OFF')),
  add constraint account_has_its_owner check (case
    when kind = 'VILLAGE' then division <> county
    when kind in ('SOURCE', 'BUDGET', 'IN_TRANSIT') then division = county
    else true end),
  add constraint account_has_its_subject check (case
    when kind in ('PROJECT', 'FUND', 'RISK_POOL', 'OPERATOR') then subject is not null
    when kind = 'WRITTEN_OFF' then true
    else subject is null end),
  add constraint account_has_its_limit check ((minimum_fen is null) = (kind in ('SOURCE', 'OPERATOR'))),
  add constraint account_exists_once unique nulls not distinct (kind, county, division, source_id, year, subject);

-- The id of an account made since is a hash of what the account is for (UUID of version 8): the hash chain covers the ids of
-- accounts, and so covers this as well.
create function account_id(kind text, county bigint, division bigint, source_id uuid, year integer, subject uuid) returns uuid
  language sql immutable parallel safe as $$
  select encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128), 8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid
  from (select substr(sha256(
    (kind || '|' || county || '|' || division || '|' || source_id || '|' || year || '|' || coalesce(subject::text, ''))::bytea),
    1, 16) as hash) made
$$;
alter table account add constraint account_id_is_made_of_it
  check (uuid_extract_version(id) is distinct from 8 or id = account_id(kind, county, division, source_id, year, subject));
create index account_by_subject on account (subject, id) where subject is not null;

alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check check (kind in (
  'BUDGET', 'ALLOCATION', 'REVERSAL', 'PROJECT_FUNDING', 'PAYMENT', 'SETTLEMENT', 'PAYMENT_RETURN', 'CARRY_OVER', 'RECLAIM',
  'FUND', 'RISK_POOL', 'DIVIDEND', 'DONATION', 'TRANSFER'));
