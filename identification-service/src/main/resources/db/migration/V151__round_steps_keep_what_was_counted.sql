-- What a gate found when it opened, so that a replay need not assume it. Null where the gate does not ask for it, and for
-- steps that were taken before it was kept.
alter table round_step
  add column unassessed            integer check (unassessed >= 0),
  add column missing_second_visits integer check (missing_second_visits >= 0),
  add column open_flags            integer check (open_flags >= 0),
  add column open_objections       integer check (open_objections >= 0),
  add column screened              boolean,
  add column line_fixed            boolean,
  add check ((open_flags is null) = (open_objections is null) and (open_flags is null) = (screened is null)
             and (open_flags is null) = (line_fixed is null));
