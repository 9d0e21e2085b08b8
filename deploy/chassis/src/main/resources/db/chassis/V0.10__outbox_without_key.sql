-- A row of the outbox lives for a moment inside its transaction and nobody looks for it by its id, so an index only
-- costs: here two writes an event, and in Debezium more than all the rest, since it writes the primary key of each
-- event out as text for its metrics.
alter table outbox drop constraint outbox_pkey;
alter table outbox alter column id set not null;
