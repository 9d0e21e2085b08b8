-- What a household's file tells of flags is read by household: without it each slice of an archive read all flags there are.
create index flag_by_household on flag (household_id, village_code);
