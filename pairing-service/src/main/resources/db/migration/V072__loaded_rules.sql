-- Versions of rules and catalogues that were loaded since the service was built: rows beside those that ship with it.

create table loaded_data (
  id        uuid        primary key,
  name      text        not null,
  csv       text        not null check (length(csv) <= 200000),
  source    text        not null check (length(source) between 1 and 500),
  loaded_by text        not null,
  loaded_at timestamptz not null
);
comment on table loaded_data is 'Reference data of every area; a piece of CSV with its head line. Append-only.';
create index loaded_data_by_name on loaded_data (name, id);
revoke update, delete, truncate on loaded_data from "${appRole}";
