-- Social help: needs, offers, what was matched, and honours.

create table social_need (
  id           uuid    primary key,
  village_code bigint  not null check (village_code % 1000 <> 0),
  household_id uuid,
  kind         text    not null check (kind in ('MONEY', 'GOODS', 'EDUCATION', 'MEDICAL', 'HOUSING', 'INDUSTRY', 'JOB', 'TRAINING')),
  amount       integer not null check (amount between 1 and 100000000),
  open         integer not null check (open between 0 and amount),
  title        text    not null check (length(title) between 1 and 200),
  needed_by    date    not null,
  withdrawn    boolean not null default false,
  version      bigint  not null default 0
);
comment on column social_need.amount is 'Yuan for MONEY, else pieces or places.';
comment on column social_need.open is 'Not matched yet.';
create index social_need_by_village on social_need (village_code, id);
create index social_need_open on social_need (kind, village_code) where open > 0 and not withdrawn;
select secure_by_area('social_need', 'village_code');
revoke delete, truncate on social_need from "${appRole}";

create table social_offer (
  id         uuid    primary key,
  division   bigint  not null,
  donor      text    not null check (length(donor) between 1 and 200),
  donor_kind text    not null check (donor_kind in ('ENTERPRISE', 'ORGANISATION', 'UNIT', 'CITIZEN')),
  campaign   text    check (length(campaign) between 1 and 100),
  kind       text    not null check (kind in ('MONEY', 'GOODS', 'EDUCATION', 'MEDICAL', 'HOUSING', 'INDUSTRY', 'JOB', 'TRAINING')),
  amount     integer not null check (amount between 1 and 100000000),
  open       integer not null check (open between 0 and amount),
  title      text    not null check (length(title) between 1 and 200),
  first_on   date    not null,
  last_on    date    not null check (last_on >= first_on),
  withdrawn  boolean not null default false,
  version    bigint  not null default 0
);
comment on column social_offer.division is 'Where it may be used: this division and all in it.';
comment on column social_offer.donor is 'As it wishes to be called.';
create index social_offer_by_division on social_offer (division, id);
select secure_by_area('social_offer', 'division');
revoke delete, truncate on social_offer from "${appRole}";

create table social_match (
  id           uuid    primary key,
  need_id      uuid    not null references social_need (id),
  offer_id     uuid    not null references social_offer (id),
  village_code bigint  not null,
  amount       integer not null check (amount > 0),
  matched_on   date    not null,
  state        text    not null check (state in ('PROPOSED', 'ACCEPTED', 'DELIVERED', 'CONFIRMED', 'REFUSED')),
  version      bigint  not null default 0
);
create index social_match_by_village on social_match (village_code, id);
create index social_match_by_offer on social_match (offer_id);
create index social_match_by_need on social_match (need_id);
select secure_by_area('social_match', 'village_code');
revoke delete, truncate on social_match from "${appRole}";

create table honour (
  id           uuid   primary key,
  division     bigint not null,
  donor        text   not null check (length(donor) between 1 and 200),
  title        text   not null check (length(title) between 1 and 100),
  reason       text   not null check (length(reason) between 1 and 1000),
  state        text   not null check (state in ('PROPOSED', 'CONFERRED', 'DECLINED')),
  conferred_on date,
  version      bigint not null default 0,
  check ((state = 'CONFERRED') = (conferred_on is not null))
);
create index honour_by_division on honour (division, id);
select secure_by_area('honour', 'division');
revoke delete, truncate on honour from "${appRole}";

-- A township that refuses a match opens an offer that was made for a larger place than its own.
create function social_offer_reopen(offer uuid, given_back integer) returns void
  language sql volatile security definer set search_path from current
begin atomic
  update social_offer set open = open + given_back, version = version + 1 where id = offer;
end;
