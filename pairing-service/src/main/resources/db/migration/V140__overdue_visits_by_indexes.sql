-- Who was not visited is answered from indexes alone: under row-level security each row of a table would be asked for its area,
-- while of an index on the area a range is read.

create index visit_of_village on visit (village_code, visited_on, id) include (pairing_id);
drop index visit_by_village;
alter index visit_of_village rename to visit_by_village;

create index visit_of_pairing on visit (pairing_id, visited_on, village_code, id);
drop index visit_by_pairing;
alter index visit_of_pairing rename to visit_by_pairing;

-- few visits are corrections; the others need no entry
alter table visit drop constraint visit_corrects_key;
create unique index visit_corrects_key on visit (corrects) include (village_code) where corrects is not null;

create index pairing_of_village on pairing (village_code, id) include (since, until, helper_id, household_id);
drop index pairing_by_village;
alter index pairing_of_village rename to pairing_by_village;
