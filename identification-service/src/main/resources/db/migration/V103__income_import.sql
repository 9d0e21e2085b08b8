create table staged_income (
  import_id uuid not null,
  line bigint not null,
  id uuid not null,
  household_id uuid not null,
  period_from date not null,
  period_to date not null,
  stated_by text not null,
  evidence text,
  corrects uuid,
  rules text,
  items text[],
  amounts text[],
  net_fen bigint,
  primary key (import_id, line)
);
select staging_table('staged_income');
