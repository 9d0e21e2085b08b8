alter table household add column contradiction_rules text check (contradiction_rules ~ '^[A-Z0-9-]{3,40}$');
comment on column household.contradiction_rules is
  'Version of the table of contradictions that judged the members last; null when none did: without members, or recorded before this was kept.';
