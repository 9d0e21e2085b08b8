-- identification: who is monitored so that it does not fall into poverty (监测户), on the register or not.
create table observed_monitoring (
  monitoring_id    uuid    primary key,
  household_id     uuid    not null,
  village_code     bigint  not null,
  persons          integer not null,
  monitoring_class text    not null,
  monitored_on     date    not null,
  closed_on        date,
  revision         bigint  not null
);
create index observed_monitoring_open on observed_monitoring (village_code) where closed_on is null;
select secure_by_area('observed_monitoring', 'village_code');
