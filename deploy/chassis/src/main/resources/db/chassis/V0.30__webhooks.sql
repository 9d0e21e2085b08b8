-- Events for systems without Kafka: the service's own events in the order in which its topics carried them, who wants
-- them, and what could not be delivered yet. A subscription has a mark, not a row for each delivery.

create table webhook_event (
  position    bigint      generated always as identity primary key,
  id          uuid        not null unique,
  recorded_at timestamptz not null default clock_timestamp(),
  type        text        not null,
  source      text        not null,
  time        text        not null,
  key         text        not null,
  division    bigint      not null,
  payload     bytea       not null
);
comment on table webhook_event is 'Written under a lock, so that positions become visible in their order.';
create index webhook_event_by_time on webhook_event (recorded_at);
select secure_by_area('webhook_event', 'division');

create table webhook_subscription (
  id             uuid        primary key,
  owner          text        not null,
  owner_name     text        not null,
  area_from      bigint      not null,
  area_to        bigint      not null,
  url            text        not null,
  types          text[]      not null check (cardinality(types) > 0),
  description    text        not null,
  state          text        not null check (state in ('ACTIVE', 'PAUSED', 'SUSPENDED')),
  generation     integer     not null default 1,
  previous_until timestamptz,
  revision       bigint      not null default 1,
  delivered_to   bigint      not null,
  failing_since  timestamptz,
  created_at     timestamptz not null,
  lease          uuid,
  check (area_from <= area_to)
);
comment on column webhook_subscription.generation is 'Of its secret, which is computed and not stored.';
comment on column webhook_subscription.delivered_to is
  'Position up to which every event was delivered or has a row in webhook_delivery.';
comment on column webhook_subscription.lease is 'The replica that delivers; it counts while webhook_replica says so.';
create index webhook_subscription_by_owner on webhook_subscription (owner, id);
create index webhook_subscription_by_lease on webhook_subscription (lease);
select secure_by_area('webhook_subscription', 'area_from');

create table webhook_replica (
  id           uuid        primary key,
  leased_until timestamptz not null
);

-- Only what failed, and what waits behind it because it is of the same key.
create table webhook_delivery (
  subscription_id uuid        not null references webhook_subscription on delete cascade,
  position        bigint      not null,
  event_id        uuid        not null,
  type            text        not null,
  key             text        not null,
  state           text        not null check (state in ('WAITING', 'DEAD')),
  attempts        integer     not null check (attempts >= 0),
  failed_at       timestamptz,
  next_at         timestamptz not null,
  status          integer,
  error           text,
  primary key (subscription_id, position),
  check ((attempts = 0) = (failed_at is null))
);
comment on column webhook_delivery.failed_at is 'When it failed first.';
create index webhook_delivery_by_position on webhook_delivery (position);
