-- Lists of a county by status or main cause, in their order by village: without these every household of the county is
-- read to find the few. Households that were never registered have neither and stay out.
create index household_by_status on household (status, village_code, id) where status is not null;
create index household_by_cause on household (main_cause, village_code, id) where main_cause is not null;
create index register_by_status on register_entry (status, village_code, household_id);
