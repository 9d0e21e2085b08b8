-- What counts as income (收入核算口径), in versions that never change.
create table income_rules (
  version    text primary key check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  mark       text not null check (mark in ('SOURCED', 'RECONSTRUCTED', 'UNSOURCED')),
  source     text not null check (source <> ''),
  content    text not null
);
comment on column income_rules.content is 'Costs and items as JSON, in the order of the list; text, so that not one character of it can change.';
revoke update, delete on income_rules from "${appRole}";

-- What a household earned in a period. A record is never changed: a correction is a record that takes its place.
create table income (
  id             uuid        primary key,
  household_id   uuid        not null,
  village_code   bigint      not null,
  period_from    date        not null,
  period_to      date        not null check (period_to >= period_from and period_to <= period_from + 366),
  rules          text        not null references income_rules,
  items          text[]      not null check (cardinality(items) between 1 and 200),
  amounts        bigint[]    not null check (cardinality(amounts) = cardinality(items) and 0 <= all (amounts)),
  persons        integer     not null check (persons >= 1),
  net_fen        bigint      not null,
  per_head_fen   bigint      not null check (per_head_fen = floor(net_fen::numeric / persons)),
  stated_by      text        not null check (stated_by <> ''),
  evidence       text,
  corrects       uuid        unique references income check (corrects <> id),
  corrected_by   uuid        references income deferrable initially deferred,
  recorded_by    text        not null,
  recorded_name  text        not null,
  recorded_at    timestamptz not null,
  foreign key (household_id, village_code) references household (id, village_code) on update cascade
);
comment on column income.items is 'Codes of the rules, beside their amounts in fen at the same place of amounts.';
create index income_by_household on income (household_id, period_to, id);
create unique index one_income_a_period on income (household_id, period_from, period_to) where corrected_by is null;
select secure_by_area('income', 'village_code');
revoke delete on income from "${appRole}";

create function income_guard() returns trigger language plpgsql as $$
begin
  if old.corrected_by is not null or new.corrected_by is null
     or row(new.id, new.household_id, new.period_from, new.period_to, new.rules, new.items, new.amounts, new.persons,
            new.net_fen, new.per_head_fen, new.stated_by, new.evidence, new.corrects, new.recorded_by,
            new.recorded_name, new.recorded_at)
        is distinct from
        row(old.id, old.household_id, old.period_from, old.period_to, old.rules, old.items, old.amounts, old.persons,
            old.net_fen, old.per_head_fen, old.stated_by, old.evidence, old.corrects, old.recorded_by,
            old.recorded_name, old.recorded_at) then
    if new.village_code is distinct from old.village_code and new.corrected_by is not distinct from old.corrected_by then
      return new; -- the household has moved
    end if;
    raise exception 'income % is on record; a correction is a record of its own', old.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger income_guard before update on income for each row execute function income_guard();
