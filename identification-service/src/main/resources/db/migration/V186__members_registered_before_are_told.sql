-- Households that were registered before their members were told: all at once, instead of each with its next change.

create function tell_members_never_told() returns bigint language plpgsql as $$
declare
  moment constant text := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  told bigint;
begin
  with standing as materialized (
    select h.id, h.village_code, members_to_tell(h.id) as members
    from household h
    where h.status is not null
      and exists (select from member m where m.household_id = h.id)
      and not exists (select from members_told t where t.household_id = h.id)),
  first as (
    insert into members_told (household_id, village_code, digest, revision)
    select id, village_code, sha256(convert_to(members::text, 'UTF8')), 1 from standing order by id
    on conflict do nothing returning household_id, revision)
  insert into outbox (id, topic, key, type, source, time, payload)
  select uuidv7(), 'identification.member', s.id::text, 'org.jingzhun.identification.household-members-recorded',
         '/identification-service', moment,
         convert_to(jsonb_build_object('householdId', s.id, 'villageCode', s.village_code::text, 'members', s.members,
                                       'revision', f.revision)::text, 'UTF8')
  from first f join standing s on s.id = f.household_id;
  get diagnostics told = row_count;
  delete from outbox where topic = 'identification.member' and time = moment;
  return told;
end $$;
comment on function tell_members_never_told is 'How many households of the caller''s area were told for the first time.';

select tell_members_never_told();
