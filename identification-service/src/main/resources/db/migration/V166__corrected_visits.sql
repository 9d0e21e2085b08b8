-- A visit may stand in the place of another: what was told on that one does not count any more.

alter table observed_visit add column corrects uuid;
comment on column observed_visit.corrects is 'The visit in whose place this one stands; it may be heard of later.';
create index observed_visit_corrects on observed_visit (corrects) where corrects is not null;
