-- First answers to POST requests that carry an Idempotency-Key.

create table idempotency_key (
  subject    text        not null,
  key        text        not null,
  request    bytea       not null,
  status     integer,
  location   text,
  etag       text,
  body       text,
  created_at timestamptz not null default now(),
  primary key (subject, key)
);
comment on column idempotency_key.request is 'SHA-256 of method, path, query and body.';
comment on table idempotency_key is 'SENSITIVE: answers as the caller got them; deleted after a day.';
create index idempotency_key_by_age on idempotency_key (created_at);
