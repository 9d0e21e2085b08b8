-- What a meeting needs to agree, and when the visits of a campaign may be, are rules by place and year like the others.
alter table policy drop constraint policy_name_check;
alter table policy
  add constraint policy_name_check check (name in (
    'NOTICE_DAYS', 'QUORUM', 'LINE_EDGE', 'MAJORITY', 'VISIT_MONTHS_BEFORE', 'VISIT_MONTHS_AFTER')),
  add constraint policy_majority_check check (name <> 'MAJORITY' or value between 0 and out_of - 1);
insert into policy (name, division, year, value, out_of, source, set_by) values
  ('MAJORITY', 0, null, 1, 2, 'more than half of those present (Organic Law of Villagers'' Committees, articles 22 and 25)', 'the service'),
  ('VISIT_MONTHS_BEFORE', 0, null, 3, 1, 'ASSUMPTION: rosters and visits are prepared in the last quarter of the year before', 'the service'),
  ('VISIT_MONTHS_AFTER', 0, null, 3, 1, 'ASSUMPTION: the campaign of 2015 had to be reviewed by 15 January 2016; second visits may follow until the end of March', 'the service');

do $$ begin
  execute format('alter table campaign add column majority_policy bigint not null default %s references policy,'
    ' add column visits_before_policy bigint not null default %s references policy,'
    ' add column visits_after_policy bigint not null default %s references policy,'
    ' add column visits_from date, add column visits_until date',
    (select id from policy where name = 'MAJORITY'),
    (select id from policy where name = 'VISIT_MONTHS_BEFORE'),
    (select id from policy where name = 'VISIT_MONTHS_AFTER'));
end $$;
update campaign set visits_from = least(make_date(year - 1, 10, 1), point_in_time),
                    visits_until = make_date(year + 1, 3, 31);
alter table campaign
  alter column visits_from set not null,
  alter column visits_until set not null,
  add check (visits_from <= visits_until);
comment on column campaign.visits_from is 'The first day on which a visit of the campaign may have been.';

-- Each meeting keeps the rules by which it was held; those of a campaign are kept with it.
alter table exit_step
  add column quorum_policy bigint references policy, add column majority_policy bigint references policy;
alter table transition_step
  add column quorum_policy bigint references policy, add column majority_policy bigint references policy;
alter table monitoring_step
  add column quorum_policy bigint references policy, add column majority_policy bigint references policy;
