-- What was announced of money and projects (公告公示): snapshots, each signed and linked to the one before in its county's
-- chain. Anybody may read them; only the area's own write them.

create table disclosure (
  id            uuid        primary key,
  county        bigint      not null check (county % 1000000 = 0),
  number        bigint      not null check (number > 0),
  division      bigint      not null,
  year          integer     not null check (year between 1986 and 2100),
  kind          text        not null check (kind in ('BUDGET', 'ALLOCATION_PLAN', 'PROJECT', 'PAYMENT_BATCH', 'BENEFIT', 'LOAN',
                                                     'ASSET', 'FUND', 'DONATION', 'YEAR_END')),
  phase         text        not null check (phase in ('PLAN', 'RESULT')),
  subject       uuid        not null,
  title         text        not null check (length(title) between 1 and 300),
  document      text        not null check (length(document) <= 100),
  announced_on  date        not null,
  ends_on       date        not null,
  board_days    integer     not null check (board_days > 0),
  announced_at  timestamptz not null,
  replaces      uuid        unique references disclosure (id),
  snapshot      text        not null,
  previous_hash text        not null check (length(previous_hash) = 64),
  hash          text        not null check (length(hash) = 64),
  signature     text        not null,
  key_id        text        not null,
  unique (county, number),
  check (ends_on = announced_on + board_days - 1)
);
comment on column disclosure.replaces is 'The snapshot of the same subject before: a later change is a new snapshot.';
comment on column disclosure.snapshot is 'Canonical JSON; what is hashed and signed.';
comment on column disclosure.board_days is 'Days on the board at least, as the rule of that day had it.';
create index disclosure_by_division on disclosure (division, id);
create index disclosure_by_subject on disclosure (subject);
select secure_by_area('disclosure', 'division');
create policy public_reads on disclosure for select using (true);
revoke update, delete, truncate on disclosure from "${appRole}";

create table disclosure_key (
  key_id     text        primary key,
  public_key text        not null,
  since      timestamptz not null default now()
);
comment on table disclosure_key is 'Public keys that have signed, base64 of the X.509 form: old signatures stay verifiable.';
revoke update, delete, truncate on disclosure_key from "${appRole}";

create table disclosure_board (
  id            uuid        primary key,
  disclosure_id uuid        not null references disclosure (id),
  division      bigint      not null,
  posted_on     date        not null,
  taken_down_on date        not null check (taken_down_on >= posted_on),
  photo_sha256  text        not null check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  unique (disclosure_id, division, posted_on)
);
comment on table disclosure_board is 'Evidence that a village had it on its board; the photo itself stays where it was taken.';
select secure_by_area('disclosure_board', 'division');
create policy public_reads on disclosure_board for select using (true);
revoke update, delete, truncate on disclosure_board from "${appRole}";

create table disclosure_objection (
  id            uuid        primary key,
  disclosure_id uuid        not null references disclosure (id),
  county        bigint      not null,
  raised_at     timestamptz not null,
  deadline      date        not null,
  answer        text        check (length(answer) between 1 and 2000),
  answered_by   text,
  answered_at   timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index disclosure_objection_by_disclosure on disclosure_objection (disclosure_id, id);
select secure_by_area('disclosure_objection', 'county');
create policy public_reads on disclosure_objection for select using (true);
create policy anyone_objects on disclosure_objection for insert with check (answer is null);
revoke delete, truncate on disclosure_objection from "${appRole}";

-- What was said may name people: only the offices of the area read it.
create table disclosure_objection_text (
  objection_id uuid   primary key references disclosure_objection (id),
  county       bigint not null,
  text         text   not null check (length(text) between 1 and 2000)
);
select secure_by_area('disclosure_objection_text', 'county');
create policy anyone_objects on disclosure_objection_text for insert with check (true);
revoke update, delete, truncate on disclosure_objection_text from "${appRole}";
