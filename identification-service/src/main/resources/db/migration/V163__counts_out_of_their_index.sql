-- Counts are read out of the index alone: some thousand rows of a county, which lie all over the table.
drop index register_count_by_village;
create index register_count_by_village on register_count (dimension, village_code)
  include (code, day, households, persons);
-- What the index answers alone must be on pages that were vacuumed.
alter table register_count set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
