-- Who did or saw what: append-only, chained by hashes so that tampering shows.

create table audit (
  seq         bigint      generated always as identity primary key,
  at          timestamptz not null default clock_timestamp(),
  subject     text        not null,
  name        text        not null,
  roles       text[]      not null,
  action      text        not null,
  object_type text        not null,
  object_id   text        not null,
  division    bigint      not null,
  reason      text,
  remote      text,
  trace       text,
  details     jsonb       not null default '{}',
  position    bigint      unique,
  prev_hash   bytea,
  hash        bytea,
  check ((position is null) = (hash is null) and (position is null) = (prev_hash is null))
);
comment on column audit.division is 'Where the object lies; what lies nowhere counts as the lowest code of the caller''s area.';
comment on column audit.position is 'Place in the chain, given at sealing: 1, 2, 3 and so on.';
create index audit_unsealed on audit (seq) where hash is null;
create index audit_by_object on audit (object_type, object_id, seq);
create index audit_by_subject on audit (subject, seq);
create index audit_by_division on audit (division, seq);

-- Everybody may write down what was done, only the area's own may read it.
select secure_by_area('audit', 'division');
create policy record on audit for insert with check (true);

revoke update, delete, truncate on audit from "${appRole}";

create function audit_hash(prev bytea, r audit) returns bytea language sql stable as $$
  select sha256(prev || convert_to(jsonb_build_array(
    r.position, r.seq, extract(epoch from r.at)::text, r.subject, r.name, to_jsonb(r.roles), r.action, r.object_type,
    r.object_id, r.division, r.reason, r.remote, r.trace, r.details)::text, 'UTF8'))
$$;

create function audit_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.hash is null
     and row(new.seq, new.at, new.subject, new.name, new.roles, new.action, new.object_type, new.object_id, new.division,
             new.reason, new.remote, new.trace, new.details)
         is not distinct from
         row(old.seq, old.at, old.subject, old.name, old.roles, old.action, old.object_type, old.object_id, old.division,
             old.reason, old.remote, old.trace, old.details)
     and new.hash is not null then
    return new;
  end if;
  raise exception 'Audit records are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_guard before update or delete on audit for each row execute function audit_guard();
create trigger audit_guard_truncate before truncate on audit for each statement execute function audit_guard();

-- Seals up to 5000 records in the order of their numbers and tells how many. A record whose transaction took long is
-- sealed after younger ones: its position says so, its number keeps the order of writing.
create function audit_seal() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r audit;
  last_position bigint;
  last_hash bytea;
  sealed integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('jingzhun.audit')) then
    return 0;
  end if;
  select position, hash into last_position, last_hash from audit where position is not null order by position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, '\x'::bytea);
  for r in select * from audit where hash is null order by seq limit 5000 loop
    last_position := last_position + 1;
    r.position := last_position;
    update audit set position = last_position, prev_hash = last_hash, hash = audit_hash(last_hash, r) where seq = r.seq
      returning hash into last_hash;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- Recomputes the whole chain.
create function audit_proof() returns table (sealed bigint, unsealed bigint, broken_at bigint, head text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from audit where hash is not null),
         (select count(*) from audit where hash is null),
         (select min(expected) from (
            select position, hash, prev_hash, audit_hash(prev_hash, audit) as again,
                   row_number() over chain as expected,
                   lag(hash, 1, '\x'::bytea) over chain as before
            from audit where hash is not null window chain as (order by position)) links
          where position <> expected or prev_hash <> before or hash <> again),
         (select encode(hash, 'hex') from audit where position is not null order by position desc limit 1)
$$;

-- Whether the record at a position still has the hash that somebody noted.
create function audit_has(noted_position bigint, noted_hash text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from audit where position = noted_position and encode(hash, 'hex') = lower(noted_hash))
$$;
