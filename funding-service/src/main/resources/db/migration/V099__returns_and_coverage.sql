-- Shares that are held, by village, and departures by household: what is to be taken back is found without reading history.

create index asset_share_held on asset_share (village_code, id) where until is null and household_id is not null;
create index observed_departure_by_household on observed_departure (household_id);
