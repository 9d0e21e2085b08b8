-- A complete delivery (全量) says all that the department knows for its area on its day: what it leaves out is gone. An
-- increment (增量) says what is new, and what it leaves out stays.
alter table dataset add column semantics text not null default 'INCREMENT'
  check (semantics in ('INCREMENT', 'COMPLETE'));
alter table asset_record
  add column closed_on date,
  add column closed_by uuid references dataset,
  add check ((closed_on is null) = (closed_by is null));
comment on column asset_record.closed_on is 'The day whose complete delivery no longer told it; null while it stands.';
alter table staged_asset_record add column semantics text;
