-- As before, but the hashes of a run are computed first and written by one statement.
create or replace function audit_seal() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r audit;
  last_position bigint;
  last_hash bytea;
  numbers bigint[] := '{}';
  hashes bytea[];
begin
  if not pg_try_advisory_xact_lock(hashtext('jingzhun.audit')) then
    return 0;
  end if;
  select position, hash into last_position, last_hash from audit where position is not null order by position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, '\x'::bytea);
  hashes := array[last_hash];
  for r in select * from audit where hash is null order by seq limit 5000 loop
    numbers := numbers || r.seq;
    r.position := last_position + cardinality(numbers);
    last_hash := audit_hash(last_hash, r);
    hashes := hashes || last_hash;
  end loop;
  -- the hash before the first record of the run stands first
  update audit set position = last_position + run.nth, prev_hash = hashes[run.nth], hash = hashes[run.nth + 1]
    from unnest(numbers) with ordinality run (number, nth) where audit.seq = run.number;
  return cardinality(numbers);
end $$;
