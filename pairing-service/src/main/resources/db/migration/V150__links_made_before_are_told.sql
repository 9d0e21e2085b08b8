-- Links that were made before links were told: all at once, those that have ended too. What is read of a topic may come
-- twice, so that this may be called again.

create function tell_links() returns bigint language plpgsql as $$
declare
  moment constant text := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  told bigint;
begin
  insert into outbox (id, topic, key, type, source, time, payload)
  select uuidv7(), 'pairing.link', l.id::text,
         'org.jingzhun.pairing.link-' || case when l.state = 'HANDED_OVER' then 'handed-over' when l.state = 'ENDED' then 'ended'
                                              when l.revision > 0 and l.expires_on is not null then 'renewed' else 'made' end,
         '/pairing-service', moment,
         convert_to(jsonb_strip_nulls(jsonb_build_object(
           'linkId', l.id, 'kind', l.kind, 'division', l.division::text, 'unitId', l.unit_id, 'helperId', l.helper_id,
           'enterpriseId', l.enterprise_id, 'city', l.city::text, 'since', l.since, 'expiresOn', l.expires_on,
           'until', l.until, 'state', l.state, 'revision', l.revision))::text, 'UTF8')
  from link l where l.person_id is null order by l.id;
  get diagnostics told = row_count;
  delete from outbox where topic = 'pairing.link' and time = moment;
  return told;
end $$;
comment on function tell_links is 'How many links of the caller''s area were told as they stand.';

select tell_links();
