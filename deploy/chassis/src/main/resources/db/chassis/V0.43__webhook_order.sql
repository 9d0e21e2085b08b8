-- A receiver hears of a household in order whatever the kinds of events: their keys differ (household, person, case, visit).
alter table webhook_event add column order_key text;
update webhook_event set order_key = coalesce(convert_from(payload, 'UTF8')::jsonb ->> 'householdId', key);
alter table webhook_event alter column order_key set not null;
comment on column webhook_event.order_key is 'The household of which the event tells, otherwise the key.';

alter table webhook_delivery add column order_key text;
update webhook_delivery d set order_key = coalesce(
  (select e.order_key from webhook_event e where e.position = d.position), d.key);
alter table webhook_delivery alter column order_key set not null;
