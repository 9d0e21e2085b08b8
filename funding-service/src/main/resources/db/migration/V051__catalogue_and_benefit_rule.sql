-- Dated lists and rules that an administrator loads without a build; none ever changes.

create table catalogue (
  list       text        not null check (list ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  division   bigint      not null,
  version    text        not null check (length(version) between 1 and 40),
  valid_from date        not null,
  valid_to   date        check (valid_to >= valid_from),
  source     text        not null check (length(source) between 1 and 500),
  loaded_by  text        not null,
  loaded_at  timestamptz not null,
  primary key (list, division, version),
  unique (list, division, valid_from)
);
comment on column catalogue.division is 'Where it holds, 12 digits; 0 for everywhere. Of several that of the smallest division holds, then the youngest.';

create table catalogue_item (
  list     text    not null,
  division bigint  not null,
  version  text    not null,
  position integer not null,
  code     text    not null check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  zh       text    not null check (length(zh) between 1 and 200),
  en       text    not null check (length(en) between 1 and 200),
  part     text    not null check (length(part) <= 40),
  keywords text[]  not null,
  primary key (list, division, version, code),
  unique (list, division, version, position),
  foreign key (list, division, version) references catalogue
);
comment on column catalogue_item.part is 'MAIN or ADDED of a menu of industries; empty elsewhere.';

create table benefit_rule (
  benefit           text        not null check (benefit ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  division          bigint      not null,
  version           text        not null check (length(version) between 1 and 40),
  valid_from        date        not null,
  valid_to          date        check (valid_to >= valid_from),
  zh                text        not null check (length(zh) between 1 and 200),
  en                text        not null check (length(en) between 1 and 200),
  receiver          text        not null check (receiver in ('HOUSEHOLD', 'PERSON')),
  amount_fen        bigint      check (amount_fen > 0),
  period            text        not null check (period in ('ONCE', 'MONTH', 'TERM', 'YEAR')),
  monitored         boolean     not null,
  after_exit        text        not null check (after_exit in ('ENDS', 'MONTHS', 'CONTINUES')),
  after_exit_months integer     check (after_exit_months between 1 and 600),
  source            text        not null check (length(source) between 1 and 500),
  loaded_by         text        not null,
  loaded_at         timestamptz not null,
  primary key (benefit, division, version),
  unique (benefit, division, valid_from),
  check ((after_exit = 'MONTHS') = (after_exit_months is not null))
);
comment on column benefit_rule.amount_fen is 'At most for one period, and what is due when a claim names no amount; null: as claimed.';

revoke update, delete on catalogue, catalogue_item, benefit_rule from "${appRole}";
