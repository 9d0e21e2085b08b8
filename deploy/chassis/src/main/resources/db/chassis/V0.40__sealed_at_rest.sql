-- Rows that importers sent and answers that are kept for a repetition may hold personal data: they are sealed. What was
-- kept in clear before stays readable until it is forgotten.
alter table import_rejection alter column row drop not null, add column sealed bytea,
  add constraint import_rejection_has_its_row check ((row is null) <> (sealed is null));
comment on table import_rejection is
  'SENSITIVE: rows as the importer sent them, or their staged columns; sealed for import_id, and shown to the importer
 alone. What a merge sets aside stands in row until the same transaction seals it.';
alter table idempotency_key add column sealed bytea, add check (body is null or sealed is null);
comment on column idempotency_key.sealed is 'The body, sealed; the owner is made of the first 16 bytes of the request''s hash.';
