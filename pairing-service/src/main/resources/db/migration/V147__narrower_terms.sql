-- A term is a weight of at most 10,000 points in hundredths. Rows of plans are written by the million: half the width is enough.
alter table plan_household
  alter column unit_village type integer,
  alter column home_village type integer,
  alter column skill type integer,
  alter column language type integer,
  alter column standing type integer,
  alter column load type integer,
  alter column distance type integer,
  alter column rank_quota type integer;
