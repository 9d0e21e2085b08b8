-- Weekly briefings: counts of a week by township, or by the county, city or region itself when nothing below is concerned.

create table briefing_row (
  monday      date    not null check (extract(isodow from monday) = 1),
  place       bigint  not null check (place % 1000 = 0),
  raised      integer not null,
  closed      integer not null,
  escalated   integer not null,
  open        integer not null,
  overdue     integer not null,
  inspections integer not null,
  red         integer not null,
  black       integer not null,
  pairings    integer not null,
  visited     integer not null,
  primary key (monday, place)
);
comment on table briefing_row is 'Written once, when the week is over; sums over places are the briefings of the divisions around them.';
select secure_by_area('briefing_row', 'place');
revoke update, delete, truncate on briefing_row from "${appRole}";

create table briefing_week (
  monday     date        primary key,
  written_at timestamptz not null
);
comment on table briefing_week is 'Weeks that have been written; everybody may see every row.';
create index procedure_signature_escalated on procedure_signature (taken_at) where step = 'ESCALATE';
